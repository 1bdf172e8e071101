namespace PaymentCustomers.Engine.Fields;

/// <summary>Finds the e-mail address in a cell that has more around it, as address books and spreadsheets write it.</summary>
internal static class EmailText
{
    private const string Scheme = "mailto:";
    private static readonly char[] Separators = [' ', ';', ',', '|', '/', '\t', '<', '>', ':'];

    private const string Quotes = "'\"`‘’“”";

    // What stands around an address and is no part of one.
    private const string Marks = "<>[](){};,|:";

    /// <summary>The address alone where the cell holds one address and marks or its owner's name; else the cell as it is.</summary>
    public static string Address(string text)
    {
        var rest = text.Trim();
        // Name <address>, Name (address).
        foreach (var (open, close) in new[] { ('<', '>'), ('(', ')'), ('[', ']') })
        {
            if (rest[^1] == close && rest.LastIndexOf(open) is var start and >= 0 && Inner(rest, start) is { } inner && !rest[..start].Contains('@', StringComparison.Ordinal))
                return Bare(inner);
        }

        return Bare(rest);
    }

    /// <summary>Whether a cell holds several addresses.</summary>
    public static bool HoldsSeveral(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Count(part => part.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < part.Length - 1) > 1;

    /// <summary>Whether a text has the form of an address. Not RFC 5322 in full: what no mail system accepts is refused.</summary>
    public static bool IsSound(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var domain = text.AsSpan(at + 1);
        return at > 0 && text.Length <= 254 && !domain.Contains('@') && domain.Contains('.') && domain[0] != '.' && domain[^1] != '.'
            && domain.IndexOf("..") < 0 && !text.Any(character => char.IsWhiteSpace(character) || Marks.Contains(character, StringComparison.Ordinal) || character is '"' or '\\')
            && text[0] != '\'' && !text[at..].Any(character => Quotes.Contains(character, StringComparison.Ordinal));
    }

    private static string? Inner(string text, int start) =>
        text[(start + 1)..^1] is var inner && inner.Contains('@', StringComparison.Ordinal) ? inner : null;

    private static string Bare(string text)
    {
        var bare = text;
        for (var before = ""; bare != before;)
        {
            before = bare;
            bare = bare.Trim().Trim(Quotes.ToCharArray()).Trim(Marks.ToCharArray());
            if (bare.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
                bare = bare[Scheme.Length..];
        }

        return bare;
    }
}
