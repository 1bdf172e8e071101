using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Fields;

/// <summary>
/// The definition of each customer field: its column names, its check, and whether it is personal. The provider's own table
/// says what the provider calls the field and whether it requires it.
/// </summary>
internal static class FieldCatalog
{
    private static readonly FieldRule[] Rules =
    [
        new(FirstName, ["first_name", "GivenName"], MaskKind.Name, FieldChecks.Name)
            { Columns = ["Nombre", "Nombres", "Primer nombre"] },
        new(MiddleName, ["middle_name"], MaskKind.Name, FieldChecks.Name)
            { Columns = ["Segundo nombre"] },
        new(LastName, ["last_name", "Surname"], MaskKind.Name, FieldChecks.Name)
            { Columns = ["Apellido", "Apellidos"] },
        new(BusinessName, ["business_name", "Company", "CompanyName"], MaskKind.Name, FieldChecks.CompanyName)
            { Columns = ["Razón social", "Empresa"] },
        new(Email, ["email_address", "EmailAddress", "Mail"], MaskKind.Email, FieldChecks.Email)
            { Columns = ["Correo", "Correo electrónico"] },
        // The provider's rules check it together with the calling code.
        new(Phone, ["phone_number", "PhoneNumber", "Mobile"], MaskKind.Number, FieldChecks.Number)
            { Columns = ["Teléfono", "Celular", "Móvil"] },
        new(CountryCode, ["country_code", "CallingCode"], MaskKind.None, FieldChecks.CountryCode)
            { Columns = ["Indicativo"], ChoicesOf = FieldChoices.OfCallingCode },
        new(UserId, ["user_id"], MaskKind.None, FieldChecks.Uuid),
        new(CustomerType, ["user_type", "UserType"], MaskKind.None, FieldChecks.CustomerType)
            { Columns = ["Tipo de cliente", "Tipo de persona"], ChoicesOf = FieldChoices.OfCustomerType },
        new(DocumentType, ["document_type"], MaskKind.None, FieldChecks.DocumentType)
            { Columns = ["Tipo de documento", "Tipo documento"], ChoicesOf = FieldChoices.OfDocumentType },
        // The provider's rules check it against the kind of document.
        new(DocumentNumber, ["document_number", "Document"], MaskKind.Number, FieldChecks.Number)
            { Columns = ["Número de documento", "No. documento", "Documento", "Cédula"] },
        new(EnableNotifications, ["enable_notifications"], MaskKind.None, FieldChecks.Boolean)
            { Columns = ["Notificaciones"], Type = WireType.Boolean, ChoicesOf = FieldChoices.OfBoolean },
        new(Nationality, [], MaskKind.None, FieldChecks.Country)
            { Columns = ["Nacionalidad"], ChoicesOf = FieldChoices.OfCountry },
        new(BirthDate, ["date_of_birth", "DateOfBirth"], MaskKind.All, FieldChecks.Date)
            { Columns = ["Fecha de nacimiento"] },
        new(RelatedTo, ["related_to"], MaskKind.None, FieldChecks.Text),
        new(Country, [], MaskKind.None, FieldChecks.Country)
            { Columns = ["País"], Path = "address.country", ChoicesOf = FieldChoices.OfCountry },
        new(City, [], MaskKind.None, FieldChecks.Place)
            { Columns = ["Ciudad"], Path = "address.city" },
        new(State, [], MaskKind.None, FieldChecks.Place)
            { Columns = ["Departamento"], Path = "address.state" },
        new(Postcode, ["postal_code", "zip", "ZipCode"], MaskKind.All, FieldChecks.Number)
            { Columns = ["Código postal"], Path = "address.postcode" },
        new(AddressLine1, ["line_1"], MaskKind.All, FieldChecks.AddressLine)
            { Columns = ["Dirección"], Path = "address.line_1", AllowsLines = true },
        new(AddressLine2, ["line_2"], MaskKind.All, FieldChecks.AddressLine)
            { Path = "address.line_2", AllowsLines = true },
        new(Metadata, [], MaskKind.All, FieldChecks.Metadata)
            { Type = WireType.Json, MaxLength = 65_536 },
        // Not a body field: OnePay takes it as a header, Dots inside the metadata.
        new(IdempotencyKey, ["idempotency_key", "x-idempotency"], MaskKind.None, FieldChecks.Key),
    ];

    /// <summary>All fields, in the order in which they are shown and sent.</summary>
    public static IReadOnlyList<FieldRule> All => Rules;

    /// <summary>All fields, as a span for code that runs for every row.</summary>
    internal static ReadOnlySpan<FieldRule> Span => Rules;

    /// <summary>Whether a field is part of a customer's name. No part of a name may be lost.</summary>
    public static bool IsName(CustomerField field) => field is FirstName or MiddleName or LastName or BusinessName;

    /// <summary>The rule of a field.</summary>
    public static FieldRule Rule(CustomerField field) => Rules[(int)field];
}
