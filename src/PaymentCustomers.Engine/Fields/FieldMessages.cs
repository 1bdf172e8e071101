using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Messages about values of fields, and descriptions of their choices, in English and Spanish.</summary>
internal static class FieldMessages
{
    public static string EmailForm => Say("is not an e-mail address", "no es una dirección de correo electrónico");

    public static string EmailLetters => Say(
        "has a letter before the @ that almost no mail system supports. Write e-mail addresses without accents",
        "tiene antes de la @ una letra que casi ningún sistema de correo admite. Escriba las direcciones de correo sin tildes ni ñ");

    public static string Markup => Say(
        "contains HTML, or an e-mail address in angle brackets",
        "contiene HTML, o una dirección de correo electrónico entre corchetes angulares");

    public static string LostLetter(string mark) => Say(
        $"contains '{mark}' instead of a letter, because the program that wrote the file lost it or the file was read in the wrong encoding. Export the file again in UTF-8",
        $"contiene '{mark}' en lugar de una letra, porque el programa que escribió el archivo la perdió o el archivo se leyó con una codificación incorrecta. Exporte el archivo de nuevo en UTF-8");

    public static string NoLetters => Say("has no letters, so it is not a name", "no tiene letras, por lo que no es un nombre");

    public static string NoName => Say(
        "says that there is no name. Leave the cell empty if the name is not known",
        "dice que no hay nombre. Deje la celda vacía si no se conoce el nombre");

    public static string MixedAlphabets => Say(
        "has Latin letters and letters of another alphabet that look the same in one word. Type it again",
        "tiene en una misma palabra letras latinas y letras de otro alfabeto que se ven igual. Escríbalo de nuevo");

    public static string ObjectName => Say(
        "is what a program writes for an object instead of its content. Export the values of the object in columns of their own",
        "es lo que un programa escribe por un objeto en lugar de su contenido. Exporte los valores del objeto en columnas propias");

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
