namespace PaymentCustomers.Engine.Text;

/// <summary>Removes Spanish accents, so that text typed without them compares equal.</summary>
internal static class Accents
{
    private const string With = "áéíóúüÁÉÍÓÚÜ";
    private const string Plain = "aeiouuAEIOUU";

    /// <summary>The text without accents, both composed letters and combining marks (as macOS writes them).</summary>
    public static string Remove(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        Span<char> plain = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (!IsMark(character))
                plain[length++] = Bare(character);
        }

        return plain[..length].ToString();
    }

    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static char Bare(char character) => With.IndexOf(character, StringComparison.Ordinal) is var place and >= 0 ? Plain[place] : character;
}
