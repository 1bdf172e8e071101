using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The explanations of a template's columns, in English and Spanish.</summary>
internal static class TemplateMessages
{
    public static string[] Headers =>
    [
        Say("Column", "Columna"), Say("Required", "Obligatoria"), Say("Meaning", "Significado"), Say("Example", "Ejemplo"), Say(
            "Other names",
            "Otros nombres"),
    ];

    public static string Yes => Say("yes", "sí");

    /// <summary>What a column contains.</summary>
    public static string Of(CustomerField field) => field switch
    {
        CustomerField.FirstName => Say("The first name of a person.", "El primer nombre de una persona."),
        CustomerField.MiddleName => Say("Additional given names.", "Los demás nombres."),
        CustomerField.LastName => Say("The surnames of a person.", "Los apellidos de una persona."),
        CustomerField.BusinessName => Say(
            "The legal name of a company, instead of a person's names.",
            "La razón social de una empresa, en lugar de los nombres de una persona."),
        CustomerField.Email => Say("The e-mail address.", "El correo electrónico."),
        CustomerField.Phone => Say(
            "The telephone number, with its calling code (+57 300 1234567) or with the calling code in CountryCode.",
            "El número de teléfono, con su indicativo (+57 300 1234567) o con el indicativo en CountryCode."),
        CustomerField.CountryCode => Say(
            "The calling code of the telephone number (57) or the country (CO), if the number does not start with it.",
            "El indicativo del teléfono (57) o el país (CO), si el número no comienza con él."),
        CustomerField.UserId => Say(
            "The id of a user that the provider knows, a UUID.",
            "El identificador de un usuario que el proveedor conoce, un UUID."),
        CustomerField.CustomerType => Say("natural for a person, company for a company.", "natural para una persona, company para una empresa."),
        CustomerField.DocumentType => Say("CC, CE, NIT or PASSPORT.", "CC, CE, NIT o PASSPORT."),
        CustomerField.DocumentNumber => Say(
            "The number of the document. For a NIT, with or without the check digit.",
            "El número del documento. Para un NIT, con o sin dígito de verificación."),
        CustomerField.EnableNotifications => Say(
            "Whether the provider sends messages to the customer: true or false. The default is true.",
            "Si el proveedor envía mensajes al cliente: true o false. El valor predeterminado es true."),
        CustomerField.Nationality => Say("The country of nationality: a code (CO) or a name.", "El país de nacionalidad: un código (CO) o un nombre."),
        CustomerField.BirthDate => Say("The date of birth: YYYY-MM-DD.", "La fecha de nacimiento: AAAA-MM-DD."),
        CustomerField.RelatedTo => Say(
            "The provider's id of the customer that this customer belongs to.",
            "El identificador, en el proveedor, del cliente al que pertenece este cliente."),
        CustomerField.Country => Say("The country of the address: a code (CO) or a name.", "El país de la dirección: un código (CO) o un nombre."),
        CustomerField.City => Say("The city of the address.", "La ciudad de la dirección."),
        CustomerField.State => Say("The state or department of the address.", "El departamento o estado de la dirección."),
        CustomerField.Postcode => Say("The postal code of the address.", "El código postal de la dirección."),
        CustomerField.AddressLine1 => Say("Street and number.", "Calle y número."),
        CustomerField.AddressLine2 => Say("Apartment, floor or similar.", "Apartamento, piso o similar."),
        CustomerField.Metadata => Say(
            "Your own values, as a JSON object. For a single value you can also use a column such as metadata.plan.",
            "Sus propios valores, como objeto JSON. Para un solo valor también puede usar una columna como metadata.plan."),
        CustomerField.IdempotencyKey => Say(
            "Your own idempotency key for the row. If it is empty, a key is made from the content of the row.",
            "Su propia clave de idempotencia para la fila. Si está vacía, se hace una clave a partir del contenido de la fila."),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
