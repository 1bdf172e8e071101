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

    public static string PhoneExponent => Say(
        "is in scientific notation (E+): a spreadsheet wrote it so, and digits are lost; take the number from its source, with the column set to text",
        "está en notación científica (E+): así lo escribió una hoja de cálculo, y se perdieron dígitos; tome el número de su fuente, con la columna en formato de texto");

    public static string PhoneTwoNumbers => Say("holds two telephone numbers: keep one", "contiene dos números de teléfono: deje uno solo");

    public static string PhoneUnclear => Say(
        "can be read as two different numbers: write it with + and the calling code",
        "se puede leer como dos números distintos: escríbalo con + y el indicativo");

    public static string PhoneTailUnclear => Say(
        "is a number with its last digits and without them: if they are an extension, leave them out, else write the number without / and brackets",
        "es un número con sus últimos dígitos y también sin ellos: si son una extensión, quítelos; si no, escriba el número sin / ni paréntesis");

    public static string PhoneOldAreaCode(string code) => Say(
        $"is a Colombian number, but CountryCode {code} is {(code == "1" ? "the United States and Canada" : "Russia and Kazakhstan")}: write 57 there, the old area code is no calling code, and a landline with its 10 digits (60, area, 7 digits)",
        $"es un número colombiano, pero CountryCode {code} es {(code == "1" ? "Estados Unidos y Canadá" : "Rusia y Kazajistán")}: escriba allí 57, el antiguo indicativo de la ciudad no sirve, y un fijo con sus 10 dígitos (60, área, 7 dígitos)");

    public static string PhoneOldColombian(int digits) => Say(
        $"has {Number(digits)} digits: Colombian landlines have 10 since 2021 (60, area, 7 digits: (1) 234 5678 is now 601 234 5678)",
        $"tiene {Number(digits)} dígitos: los fijos colombianos tienen 10 desde 2021 (60, área, 7 dígitos: (1) 234 5678 es ahora 601 234 5678)");

    public static string PhoneColombianLength(int digits) => Say(
        $"has {Number(digits)} digits after the calling code: Colombian numbers have 10",
        $"tiene {Number(digits)} dígitos después del indicativo: los números colombianos tienen 10");

    public static string PhoneTooShort(int digits, string code) => Say(
        $"is too short: {Number(digits)} digits are too few for the calling code {code}",
        $"es demasiado corto: {Number(digits)} dígitos son muy pocos para el indicativo {code}");

    public static string PhoneTooLong(int digits, string code) => Say(
        $"is too long: {Number(digits)} digits are too many for the calling code {code}",
        $"es demasiado largo: {Number(digits)} dígitos son demasiados para el indicativo {code}");

    public static string PhoneOfOtherLength(int digits, string code) => Say(
        $"has {Number(digits)} digits: no number with the calling code {code} has so many",
        $"tiene {Number(digits)} dígitos: ningún número con el indicativo {code} tiene tantos");

    public static string PhoneDoesNotExist(string code) => Say(
        $"is not a number that exists with the calling code {code}; if its range is new, -PhoneCheck Possible (--phone-check possible) lets it pass",
        $"no es un número que exista con el indicativo {code}; si su rango es nuevo, -PhoneCheck Possible (--phone-check possible) lo deja pasar");

    public static string NitForm => Say(
        "is not a NIT: digits, and after a hyphen one check digit",
        "no es un NIT: dígitos y, tras un guion, un dígito de verificación");

    public static string NitCheckDigit => Say(
        "is not a NIT: the check digit after the hyphen does not fit the number",
        "no es un NIT: el dígito de verificación tras el guion no corresponde al número");
}
