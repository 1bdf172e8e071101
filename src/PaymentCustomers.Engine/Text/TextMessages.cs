using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Text;

/// <summary>Messages about texts in any field, in English and Spanish.</summary>
internal static class TextMessages
{
    public static string WrongEncoding(char character) => Say(
        $"contains U+{(int)character:X4}, because the file was read in the wrong encoding. Specify its encoding (Import-Csv -Encoding; --encoding)",
        $"contiene U+{(int)character:X4}, porque el archivo se leyó con una codificación incorrecta. Indique su codificación (Import-Csv -Encoding; --encoding)");

    public static string Utf8ReadAs1252 => Say(
        "contains Ã or Â instead of another letter: UTF-8 was read as Windows-1252. Read the file as UTF-8 (Import-Csv -Encoding utf8; --encoding utf-8)",
        "contiene Ã o Â en lugar de otra letra: UTF-8 se leyó como Windows-1252. Lea el archivo como UTF-8 (Import-Csv -Encoding utf8; --encoding utf-8)");

    public static string TooLong(int length, int most) => Say(
        $"is too long: it has {Number(length)} characters, and at most {Number(most)} are allowed",
        $"es demasiado largo: tiene {Number(length)} caracteres, y se permiten {Number(most)} como máximo");

    public static string ControlCharacter(char character, int position) => Say(
        $"contains the control character U+{(int)character:X4} at position {Number(position)}",
        $"contiene el carácter de control U+{(int)character:X4} en la posición {Number(position)}");

    public static string HalfCharacter(int position) => Say(
        $"contains half a character at position {Number(position)}, because the text was cut in the middle of a character",
        $"contiene medio carácter en la posición {Number(position)}, porque el texto se cortó en medio de un carácter");
}
