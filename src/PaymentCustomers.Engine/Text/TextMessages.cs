using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Text;

/// <summary>What can be wrong with any text, whatever it stands for, in English and in Spanish.</summary>
internal static class TextMessages
{
    public static string WrongEncoding(char character) => Say(
        $"holds U+{(int)character:X4}: the file was read in another encoding than it was written in (Import-Csv -Encoding; --encoding)",
        $"contiene U+{(int)character:X4}: el archivo se leyó con una codificación distinta de aquella en que se escribió (Import-Csv -Encoding; --encoding)");

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
}
