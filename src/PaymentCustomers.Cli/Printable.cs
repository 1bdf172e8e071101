namespace PaymentCustomers.Cli;

/// <summary>Text from files and servers, made safe to show: no control character reaches a terminal.</summary>
internal static class Printable
{
    private const int Longest = 1000;

    /// <summary>The text on one line.</summary>
    public static string Line(string text)
    {
        var shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Concat(shown.Select(Character));
    }

    /// <summary>A name out of a file, in quotes; a long one is cut.</summary>
    public static string Name(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length switch
        {
            0 => "(no name)",
            > 60 => $"'{trimmed[..60]}…'",
            _ => $"'{trimmed}'",
        };
    }

    private static char Character(char character) => character switch
    {
        '\r' or '\n' or '\t' => ' ',
        _ when char.IsControl(character) || IsDirection(character) => '\uFFFD',
        _ => character,
    };

    // Unicode, "bidirectional formatting characters": they make a line read otherwise than it is.
    private static bool IsDirection(char character) =>
        character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
