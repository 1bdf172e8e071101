using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Finds what separates the cells of a file.</summary>
internal static partial class Delimiters
{
    /// <summary>Those that are looked for, in the order in which they are preferred when a header has as many of each.</summary>
    public static IReadOnlyList<char> Known { get; } = [',', ';', '\t', '|'];

    /// <summary>The known delimiter that stands most often in the first line that is not blank; a comma if none does.</summary>
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

    /// <summary>The delimiter that a line <c>sep=;</c> at the beginning tells to a spreadsheet; null if there is none.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static char? OfSepLine(string head) =>
        SepLine().Match(head) is { Success: true } line ? Parse(line.Groups[1].Value) : null;

    /// <summary>Reads a delimiter as people write it; null if it can be none.</summary>
    public static char? Parse(string text) => text switch
    {
        "tab" or "TAB" or @"\t" => '\t',
        [var character] when !char.IsLetterOrDigit(character) && character is not ('"' or '\r' or '\n' or ' ') => character,
        _ => null,
    };

    // A program that takes it for a row puts it in quotes, and a delimiter behind it for each other column.
    [GeneratedRegex("""^[\r\n]*"?sep=(.|\\t)"?\1* *(?:[\r\n]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SepLine();
}
