namespace PaymentCustomers.Cli;

/// <summary>Makes text from files and servers safe to show: no control character reaches the terminal.</summary>
internal static class Printable
{
    private const int Longest = 1000;

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => PrintableText.Line(text.Length <= Longest ? text : text[..Longest] + "…");
}
