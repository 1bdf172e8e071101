namespace PaymentCustomers;

/// <summary>
/// Makes text from files, servers and the system safe to show. A terminal executes control characters, and bidirectional
/// formatting characters make a line look different from its content.
/// </summary>
internal static class PrintableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The cleaned text on one line.</summary>
    public static string Line(string text) => Clean(text, keepsLines: false);

    /// <summary>The cleaned text, with line breaks and tabs kept.</summary>
    public static string Lines(string text) => Clean(text, keepsLines: true);

    private static string Clean(string text, bool keepsLines)
    {
        // Fast path: most texts need no change.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.Any(character => Character(character, keepsLines) != character))
            return text;
        return string.Concat(text.Select(character => Character(character, keepsLines)));
    }

    private static char Character(char character, bool keepsLines) => character switch
    {
        '\r' or '\n' or '\t' => keepsLines ? character : ' ',
        '\u2028' or '\u2029' => keepsLines ? '\n' : ' ',
        _ when char.IsControl(character) || IsDirection(character) => Replacement,
        _ => character,
    };

    // Unicode, "bidirectional formatting characters".
    private static bool IsDirection(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
