using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Messages about values of fields, and descriptions of their choices, in English and Spanish.</summary>
internal static class FieldMessages
{
    public static string EmailForm => Say("is not an e-mail address", "no es una dirección de correo electrónico");

    public static string EmailLetters => Say(
        "has a letter before the @ that almost no mail system supports. Write e-mail addresses without accents",
        "tiene antes de la @ una letra que casi ningún sistema de correo admite. Escriba las direcciones de correo sin tildes ni ñ");

    public static string Markup => Say("contains HTML", "contiene HTML");

    public static string LostLetter(char mark) => Say(
        $"contains '{mark}' in the middle of a word, where the program that wrote the file lost a letter. Export the file again in UTF-8",
        $"contiene '{mark}' en medio de una palabra, donde el programa que escribió el archivo perdió una letra. Exporte el archivo de nuevo en UTF-8");

    public static string SeveralEmails => Say(
        "contains several e-mail addresses. Keep only one",
        "contiene varias direcciones de correo electrónico. Deje una sola");

    public static string Scientific => Say(
        "is in scientific notation (E+). A spreadsheet wrote it in this form, and the last digits are lost. Format the column as text in the spreadsheet and export it again",
        "está en notación científica (E+). Una hoja de cálculo lo escribió en esta forma, y se perdieron los últimos dígitos. Dé formato de texto a la columna en la hoja de cálculo y expórtela de nuevo");

    public static string SpreadsheetError => Say(
        "is the error that a spreadsheet shows when it cannot calculate a value",
        "es el error que una hoja de cálculo muestra cuando no puede calcular un valor");

    public static string OtherDocument(string name, string[] allowed)
    {
        var words = string.Join(", ", allowed);
        return Say($"means '{name}', which is not one of {words}", $"significa '{name}', que no es uno de estos: {words}");
    }

    public static string CallingCodeForm => Say(
        "is not a calling code such as 57 or an ISO 3166-1 country such as CO",
        "no es un indicativo como 57 ni un país ISO 3166-1 como CO");

    public static string CountryForm => Say("is not an ISO 3166-1 country code such as CO", "no es un código de país ISO 3166-1 como CO");

    public static string UuidForm => Say("is not a UUID", "no es un UUID");

    public static string BooleanForm => Say("is not true or false", "no es verdadero ni falso");

    public static string DateForm => Say("is not a date in the format YYYY-MM-DD", "no es una fecha en el formato AAAA-MM-DD");

    public static string DateOtherForm => Say(
        "is not a date in the format YYYY-MM-DD. If your dates have another format, specify it with -DateFormat (--date-format), for example dd/MM/yyyy",
        "no es una fecha en el formato AAAA-MM-DD. Si sus fechas tienen otro formato, indíquelo con -DateFormat (--date-format), por ejemplo dd/MM/yyyy");

    public static string DateSerial => Say(
        "is the serial number that a spreadsheet such as Excel uses for a date. Format the column as yyyy-mm-dd in the spreadsheet, or convert the value with [datetime]::FromOADate",
        "es el número de serie que una hoja de cálculo como Excel usa para una fecha. Dé a la columna el formato yyyy-mm-dd en la hoja de cálculo, o convierta el valor con [datetime]::FromOADate");

    public static string DateDependsOnZone => Say(
        "has a time and a time zone, so the day depends on where it is read. Provide only the day, as YYYY-MM-DD",
        "tiene hora y zona horaria, por lo que el día depende de dónde se lea. Indique solo el día, en el formato AAAA-MM-DD");

    public static string DateInFuture => Say("is in the future", "está en el futuro");

    public static string DateTooEarly => Say("is before 1900", "es anterior a 1900");

    public static string MetadataForm => Say("is not a JSON object", "no es un objeto JSON");

    public static string KeyForm => Say(
        "is not a valid idempotency key. Use at most 64 printable ASCII characters without spaces",
        "no es una clave de idempotencia válida. Use como máximo 64 caracteres ASCII imprimibles, sin espacios");

    public static string NotOneOf(string[] allowed)
    {
        var words = string.Join(", ", allowed);
        return Say($"is not one of {words}", $"no es uno de estos: {words}");
    }

    public static string[] CustomerTypes => [Say("A person", "Una persona"), Say("A company", "Una empresa")];

    public static string[] DocumentTypes =>
    [
        Say("Cédula de ciudadanía: identity card of a citizen", "Cédula de ciudadanía"),
        Say("Cédula de extranjería: identity card of a foreigner", "Cédula de extranjería"),
        Say("Tax number of a company", "Número de identificación tributaria de una empresa"),
        Say("Passport", "Pasaporte"),
    ];

    public static string FieldProblem(string field, string masked, string problem) => $"{field} '{masked}' {problem}";
}
