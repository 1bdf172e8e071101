using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Reference;

/// <summary>Messages about telephone and tax numbers, in English and Spanish.</summary>
internal static class ReferenceMessages
{
    public static string PhoneHasLetters => Say(
        "is not a telephone number: it can have only digits, spaces, and + ( ) . / -",
        "no es un número de teléfono: solo puede tener dígitos, espacios y + ( ) . / -");

    public static string PhoneHasNoCountry => Say(
        "does not start with a valid calling code (ITU-T E.164)",
        "no comienza con un indicativo válido (UIT-T E.164)");

    public static string PhoneContradictsCode(string own, string beside) => Say(
        $"starts with the calling code {own}, but CountryCode is {beside}",
        $"comienza con el indicativo {own}, pero CountryCode es {beside}");

    public static string PhoneLength(int digits) => Say(
        $"has {Number(digits)} digits, but no telephone number has this length (ITU-T E.164)",
        $"tiene {Number(digits)} dígitos, pero ningún número de teléfono tiene esa longitud (UIT-T E.164)");

    public static string PhoneExponent => Say(
        "is in scientific notation (E+). A spreadsheet wrote it in this form, and digits are lost. Format the column as text and enter the original number again",
        "está en notación científica (E+). Una hoja de cálculo lo escribió en esta forma, y se perdieron dígitos. Dé formato de texto a la columna y escriba de nuevo el número original");

    public static string PhoneTwoNumbers => Say("contains two telephone numbers. Keep only one", "contiene dos números de teléfono. Deje uno solo");

    public static string PhoneUnclear => Say(
        "can be read as two different numbers. Write it with + and the calling code",
        "se puede leer como dos números distintos. Escríbalo con + y el indicativo");

    public static string PhoneTailUnclear => Say(
        "is a valid number both with and without its last digits. If these digits are an extension, remove them. Otherwise, write the number without / and brackets",
        "es un número válido con sus últimos dígitos y también sin ellos. Si esos dígitos son una extensión, quítelos. De lo contrario, escriba el número sin / ni paréntesis");

    public static string PhoneOldAreaCode(string code) => Say(
        $"is a Colombian number, but CountryCode {code} is {(code == "1" ? "the United States and Canada" : "Russia and Kazakhstan")}. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)",
        $"es un número colombiano, pero CountryCode {code} es {(code == "1" ? "Estados Unidos y Canadá" : "Rusia y Kazajistán")}. Escriba 57 en CountryCode en lugar del antiguo indicativo de la ciudad, y escriba un teléfono fijo con sus 10 dígitos (60, área, 7 dígitos)");

    public static string PhoneOldColombian(int digits) => Say(
        $"has {Number(digits)} digits. Colombian landlines have 10 digits since 2021 (60, area, 7 digits): (1) 234 5678 is now 601 234 5678",
        $"tiene {Number(digits)} dígitos. Los teléfonos fijos colombianos tienen 10 dígitos desde 2021 (60, área, 7 dígitos): (1) 234 5678 es ahora 601 234 5678");

    public static string PhoneColombianLength(int digits) => Say(
        $"has {Number(digits)} digits after the calling code, but Colombian numbers have 10",
        $"tiene {Number(digits)} dígitos después del indicativo, pero los números colombianos tienen 10");

    public static string PhoneTooShort(int digits, string code) => Say(
        $"is too short: {Number(digits)} digits are not enough for the calling code {code}",
        $"es demasiado corto: {Number(digits)} dígitos no son suficientes para el indicativo {code}");

    public static string PhoneTooLong(int digits, string code) => Say(
        $"is too long: {Number(digits)} digits are too many for the calling code {code}",
        $"es demasiado largo: {Number(digits)} dígitos son demasiados para el indicativo {code}");

    public static string PhoneOfOtherLength(int digits, string code) => Say(
        $"has {Number(digits)} digits, but no number with the calling code {code} has this length",
        $"tiene {Number(digits)} dígitos, pero ningún número con el indicativo {code} tiene esa longitud");

    public static string PhoneDoesNotExist(string code) => Say(
        $"is not a valid number for the calling code {code}. If its number range is new, use -PhoneCheck Possible (--phone-check possible) to accept it",
        $"no es un número válido para el indicativo {code}. Si su rango de numeración es nuevo, use -PhoneCheck Possible (--phone-check possible) para aceptarlo");

    public static string NitForm => Say(
        "is not a NIT: a NIT has only digits, and one check digit after a hyphen",
        "no es un NIT: un NIT solo tiene dígitos, y un dígito de verificación después de un guion");

    public static string NitCheckDigit => Say(
        "is not a valid NIT: the check digit after the hyphen does not match the number",
        "no es un NIT válido: el dígito de verificación después del guion no corresponde al número");
}
