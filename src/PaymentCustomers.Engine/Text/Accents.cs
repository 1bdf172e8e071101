namespace PaymentCustomers.Engine.Text;

/// <summary>Removes Spanish accents, so that text typed without them compares equal.</summary>
internal static class Accents
{
    private const string With = "áéíóúüÁÉÍÓÚÜ";
    private const string Plain = "aeiouuAEIOUU";

    /// <summary>The text without accents, both composed letters and combining marks (as macOS writes them).</summary>
    public static string Remove(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Where(character => !IsMark(character)).Select(Bare)) : text;

    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static char Bare(char character) => With.IndexOf(character, StringComparison.Ordinal) is var place and >= 0 ? Plain[place] : character;
}
