namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Finds the delimiter of a file by its header.</summary>
internal static class Delimiters
{
    private const int LongestHeader = 1024 * 1024;

    // In the order in which they are preferred when a header has as many of each.
    private static readonly char[] Known = [',', ';', '\t', '|'];

    /// <summary>The known delimiter that stands most often in the header; a comma if none does.</summary>
    public static char Detect(TextReader text)
    {
        var counts = new int[Known.Length];
        var isQuoted = false;
        var isBlank = true;
        for (var i = 0; i < LongestHeader && text.Read() is >= 0 and var read; i++)
        {
            var character = (char)read;
            if (character == '"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (character is '\r' or '\n')
            {
                if (!isBlank)
                    break;
                continue;
            }

            isBlank = false;
            var known = Array.IndexOf(Known, character);
            if (known >= 0)
                counts[known]++;
        }

        return Known[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Reads a delimiter as people write it; null if it can be none.</summary>
    public static char? Parse(string text) => text switch
    {
        "tab" or "TAB" or @"\t" => '\t',
        [var character] when !char.IsLetterOrDigit(character) && character is not ('"' or '\r' or '\n' or ' ') => character,
        _ => null,
    };
}
