namespace PaymentCustomers.Engine.Text;

/// <summary>Spanish as people without the keyboard for it write it.</summary>
internal static class Accents
{
    private const string With = "áéíóúüÁÉÍÓÚÜ";
    private const string Plain = "aeiouuAEIOUU";

    /// <summary>The text without accents, whether they are part of their letter or stand behind it, as on a Mac.</summary>
    public static string Remove(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Where(character => !IsMark(character)).Select(Bare)) : text;

    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static char Bare(char character) => With.IndexOf(character, StringComparison.Ordinal) is var place and >= 0 ? Plain[place] : character;
}
