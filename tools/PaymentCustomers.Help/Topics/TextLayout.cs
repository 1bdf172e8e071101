namespace PaymentCustomers.Help.Topics;

/// <summary>Formats plain text and tables.</summary>
internal static class TextLayout
{
    private const int Gap = 2;

    /// <summary>Wraps a text between words. A word longer than the width gets a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return [.. lines, line];
    }

    /// <summary>A table. Its widest columns are wrapped until it fits, as far as its words allow.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var columns = Enumerable.Range(0, rows[0].Count).ToList();
        var widths = columns.Select(column => rows.Max(row => row[column].Length)).ToArray();
        var least = columns.Select(column => rows.Max(row => row[column].Split(' ').Max(word => word.Length))).ToArray();
        while (widths.Sum() + (Gap * (widths.Length - 1)) > width && columns.Exists(column => widths[column] > least[column]))
            widths[columns.Where(column => widths[column] > least[column]).MaxBy(column => widths[column])]--;

        var rule = widths.Select(columnWidth => new string('-', columnWidth)).ToList();
        return rows.Take(1).Append(rule).Concat(rows.Skip(1)).SelectMany(row => Row(row, widths));
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column])).ToList();
        return from line in Enumerable.Range(0, wrapped.Max(cell => cell.Count))
               let parts = wrapped.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column]))
               select string.Join(new string(' ', Gap), parts).TrimEnd();
    }
}
