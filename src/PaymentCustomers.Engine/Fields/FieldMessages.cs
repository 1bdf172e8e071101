using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Fields;

/// <summary>What can be wrong with the value of a field, and what its choices mean, in English and in Spanish.</summary>
internal static class FieldMessages
{
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
