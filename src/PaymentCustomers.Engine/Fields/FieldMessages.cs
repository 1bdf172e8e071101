using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Fields;

/// <summary>What can be wrong with the value of a field, and what its choices mean, in English and in Spanish.</summary>
internal static class FieldMessages
{
    public static string EmailForm => Say("is not an e-mail address", "no es una dirección de correo electrónico");

    public static string EmailLetters => Say(
        "has a letter before the @ that hardly any mail system knows: e-mail addresses are written without accents",
        "tiene antes de la @ una letra que casi ningún sistema de correo conoce: las direcciones de correo no llevan tildes ni ñ");

    public static string Markup => Say("holds HTML", "contiene HTML");

    public static string LostLetter(char mark) => Say(
        $"holds '{mark}' in the middle of a word, where a program could not write a letter: export it again in UTF-8",
        $"contiene '{mark}' en medio de una palabra, donde un programa no pudo escribir una letra: expórtelo de nuevo en UTF-8");

    public static string SeveralEmails => Say(
        "holds several e-mail addresses: keep one",
        "contiene varias direcciones de correo electrónico: deje una sola");

    public static string Scientific => Say(
        "is in scientific notation (E+): a spreadsheet wrote it so and its last digits are lost. Format the column as text there, and export it again",
        "está en notación científica (E+): así lo escribió una hoja de cálculo y se perdieron sus últimos dígitos. Dé allí formato de texto a la columna, y expórtela de nuevo");

    public static string SpreadsheetError => Say(
        "is what a spreadsheet shows in place of a value that it could not work out",
        "es lo que una hoja de cálculo muestra en lugar de un valor que no pudo calcular");

    public static string OtherDocument(string name, string[] allowed)
    {
        var words = string.Join(", ", allowed);
        return Say($"stands for '{name}', which is none of {words}", $"significa '{name}', que no es ninguno de estos: {words}");
    }

    public static string CallingCodeForm => Say(
        "is neither a calling code such as 57 nor an ISO 3166-1 country such as CO",
        "no es un indicativo como 57 ni un país ISO 3166-1 como CO");

    public static string CountryForm => Say("is not an ISO 3166-1 country code such as CO", "no es un código de país ISO 3166-1 como CO");

    public static string UuidForm => Say("is not a UUID", "no es un UUID");

    public static string BooleanForm => Say("is neither true nor false", "no es verdadero ni falso");

    public static string DateForm => Say("is not a date as YYYY-MM-DD", "no es una fecha en la forma AAAA-MM-DD");

    public static string DateOtherForm => Say(
        "is not a date as YYYY-MM-DD: say in which form the dates are with -DateFormat (--date-format), such as dd/MM/yyyy",
        "no es una fecha en la forma AAAA-MM-DD: diga en qué forma están las fechas con -DateFormat (--date-format), como dd/MM/yyyy");

    public static string DateSerial => Say(
        "is the serial number by which a spreadsheet (Excel) counts days: format the column as yyyy-mm-dd there, or convert it with [datetime]::FromOADate",
        "es el número de serie con que una hoja de cálculo (Excel) cuenta los días: dé allí a la columna el formato yyyy-mm-dd, o conviértalo con [datetime]::FromOADate");

    public static string DateDependsOnZone => Say(
        "has a time and a zone, so that its day depends on where it is read: give the day alone, as YYYY-MM-DD",
        "tiene hora y zona, de modo que su día depende de dónde se lea: dé solo el día, en la forma AAAA-MM-DD");

    public static string DateInFuture => Say("lies in the future", "está en el futuro");

    public static string DateTooEarly => Say("lies before 1900", "es anterior a 1900");

    public static string MetadataForm => Say("is not a JSON object", "no es un objeto JSON");

    public static string KeyForm => Say(
        "is not a key: at most 64 printable ASCII characters without spaces",
        "no es una clave: como máximo 64 caracteres ASCII imprimibles sin espacios");

    public static string NotOneOf(string[] allowed)
    {
        var words = string.Join(", ", allowed);
        return Say($"is none of {words}", $"no es ninguno de estos: {words}");
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
