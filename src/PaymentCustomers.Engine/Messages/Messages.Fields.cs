using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine;

// What can be wrong with one value: the end of a sentence that begins with the field and the value.
internal static partial class Messages
{
    public static string PhoneHasLetters => Say(
        "is not a telephone number: only digits, and + ( ) . / - or spaces between them",
        "no es un número de teléfono: solo dígitos, y + ( ) . / - o espacios entre ellos");

    public static string PhoneHasNoCountry => Say(
        "begins with no calling code that exists (ITU-T E.164)",
        "no comienza con ningún indicativo que exista (UIT-T E.164)");

    public static string NitForm => Say(
        "is not a NIT: digits, and after a hyphen one check digit",
        "no es un NIT: dígitos y, tras un guion, un dígito de verificación");

    public static string NitCheckDigit => Say(
        "is not a NIT: the check digit after the hyphen does not fit the number",
        "no es un NIT: el dígito de verificación tras el guion no corresponde al número");

    public static string CedulaForm => Say("is not the number of a CC: digits only", "no es el número de una CC: solo dígitos");

    public static string EmailForm => Say("is not an e-mail address", "no es una dirección de correo electrónico");

    public static string CallingCodeForm => Say(
        "is neither a calling code such as 57 nor an ISO 3166-1 country such as CO",
        "no es un indicativo como 57 ni un país ISO 3166-1 como CO");

    public static string CountryForm => Say("is not an ISO 3166-1 country code such as CO", "no es un código de país ISO 3166-1 como CO");

    public static string UuidForm => Say("is not a UUID", "no es un UUID");

    public static string BooleanForm => Say("is neither true nor false", "no es verdadero ni falso");

    public static string DateForm => Say("is not a date as YYYY-MM-DD", "no es una fecha en la forma AAAA-MM-DD");

    public static string MetadataForm => Say("is not a JSON object", "no es un objeto JSON");

    public static string KeyForm => Say(
        "is not a key: at most 64 printable ASCII characters without spaces",
        "no es una clave: como máximo 64 caracteres ASCII imprimibles sin espacios");

    public static string WrongEncoding => Say(
        "holds U+FFFD: the file was read in another encoding than it was written in (Import-Csv -Encoding; --encoding)",
        "contiene U+FFFD: el archivo se leyó con una codificación distinta de aquella en que se escribió (Import-Csv -Encoding; --encoding)");

    public static string Utf8ReadAs1252 => Say(
        "holds Ã or Â where another letter must have been: UTF-8 that was read as Windows-1252 (Import-Csv -Encoding utf8; --encoding utf-8)",
        "contiene Ã o Â donde debió haber otra letra: es UTF-8 que se leyó como Windows-1252 (Import-Csv -Encoding utf8; --encoding utf-8)");

    public static string TooLong(int length, int most) => Say(
        $"is too long: {Number(length)} characters, at most {Number(most)} are allowed",
        $"es demasiado largo: {Number(length)} caracteres, se permiten {Number(most)} como máximo");

    public static string ControlCharacter(char character, int position) => Say(
        $"holds the control character U+{(int)character:X4} at position {Number(position)}",
        $"contiene el carácter de control U+{(int)character:X4} en la posición {Number(position)}");

    public static string HalfCharacter(int position) => Say(
        $"holds half a character at position {Number(position)}: it was cut in the middle",
        $"contiene medio carácter en la posición {Number(position)}: se cortó por la mitad");

    public static string PhoneContradictsCode(string own, string beside) => Say(
        $"begins with the calling code {own}, but CountryCode says {beside}",
        $"comienza con el indicativo {own}, pero CountryCode dice {beside}");

    public static string PhoneLength(int digits) => Say(
        $"has {Number(digits)} digits: no telephone number has so many or so few (ITU-T E.164)",
        $"tiene {Number(digits)} dígitos: ningún número de teléfono tiene tantos o tan pocos (UIT-T E.164)");

    public static string NotOneOf(string[] allowed)
    {
        var words = string.Join(", ", allowed);
        return Say($"is none of {words}", $"no es ninguno de estos: {words}");
    }

    // What the values mean, in the order of FieldChoices.
    public static string[] CustomerTypes => [Say("A person", "Una persona"), Say("A company", "Una empresa")];

    public static string[] DocumentTypes =>
    [
        Say("Cédula de ciudadanía: identity card of a citizen", "Cédula de ciudadanía"),
        Say("Cédula de extranjería: identity card of a foreigner", "Cédula de extranjería"),
        Say("Tax number of a company", "Número de identificación tributaria de una empresa"),
        Say("Passport", "Pasaporte"),
    ];
}
