using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Detects the delimiter of a CSV file.</summary>
internal static partial class Delimiters
{
    /// <summary>The delimiters to try. If a header has the same number of several, the first one wins.</summary>
    public static IReadOnlyList<char> Known { get; } = [',', ';', '\t', '|'];

    /// <summary>The known delimiter that occurs most often in the first line that is not blank; a comma if none occurs.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static char MostFrequent(string head)
    {
        var counts = new int[Known.Count];
        var isQuoted = false;
        foreach (var character in head.AsSpan().TrimStart("\r\n"))
        {
            if (character == '"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (character is '\r' or '\n')
                break;
            for (var i = 0; i < counts.Length; i++)
                counts[i] += Known[i] == character ? 1 : 0;
        }

        return Known[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The delimiter of a first line <c>sep=;</c>, which spreadsheets understand; null if there is no such line.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static char? OfSepLine(string head) =>
        SepLine().Match(head) is { Success: true } line ? Parse(line.Groups[1].Value) : null;

    /// <summary>Reads a delimiter as users write it; null if it is not a delimiter.</summary>
    public static char? Parse(string text) => text switch
    {
        "tab" or "TAB" or @"\t" => '\t',
        [var character] when !char.IsLetterOrDigit(character) && character is not ('"' or '\r' or '\n' or ' ') => character,
        _ => null,
    };

    // A program that reads the line as a row and writes it again adds quotes, and one delimiter for every other column.
    [GeneratedRegex("""^[\r\n]*"?sep=(.|\\t)"?\1* *(?:[\r\n]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SepLine();
}
