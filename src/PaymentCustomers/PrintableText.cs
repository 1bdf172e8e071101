namespace PaymentCustomers;

/// <summary>
/// Text from files, servers and the system, made safe to show: a terminal obeys control characters, and bidirectional ones
/// make a line read otherwise than it is.
/// </summary>
internal static class PrintableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => Clean(text, keepsLines: false);

    /// <summary>The text with its line ends and tabs.</summary>
    public static string Lines(string text) => Clean(text, keepsLines: true);

    private static string Clean(string text, bool keepsLines)
    {
        // Most texts are plain, and those with accents are as they should be.
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
