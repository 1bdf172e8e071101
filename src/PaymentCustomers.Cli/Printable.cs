namespace PaymentCustomers.Cli;

/// <summary>Text from files and servers, made safe to show: no control character reaches a terminal.</summary>
internal static class Printable
{
    private const int Longest = 1000;

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => PrintableText.Line(text.Length <= Longest ? text : text[..Longest] + "…");

    /// <summary>The text of a cell, which may have lines.</summary>
    public static string Cell(string text) => PrintableText.Lines(text);

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
}
