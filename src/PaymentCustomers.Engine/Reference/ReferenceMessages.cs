using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Reference;

/// <summary>What can be wrong with a telephone number or a tax number, in English and in Spanish.</summary>
internal static class ReferenceMessages
{
    public static string PhoneHasLetters => Say(
        "is not a telephone number: only digits, and + ( ) . / - or spaces between them",
        "no es un número de teléfono: solo dígitos, y + ( ) . / - o espacios entre ellos");

    public static string PhoneHasNoCountry => Say(
        "begins with no calling code that exists (ITU-T E.164)",
        "no comienza con ningún indicativo que exista (UIT-T E.164)");

    public static string PhoneContradictsCode(string own, string beside) => Say(
        $"begins with the calling code {own}, but CountryCode says {beside}",
        $"comienza con el indicativo {own}, pero CountryCode dice {beside}");

    public static string PhoneLength(int digits) => Say(
        $"has {Number(digits)} digits: no telephone number has so many or so few (ITU-T E.164)",
        $"tiene {Number(digits)} dígitos: ningún número de teléfono tiene tantos o tan pocos (UIT-T E.164)");

    public static string NitForm => Say(
        "is not a NIT: digits, and after a hyphen one check digit",
        "no es un NIT: dígitos y, tras un guion, un dígito de verificación");

    public static string NitCheckDigit => Say(
        "is not a NIT: the check digit after the hyphen does not fit the number",
        "no es un NIT: el dígito de verificación tras el guion no corresponde al número");
}
