namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Finds the header of a table. Programs write the company and the date above it.</summary>
internal static class HeaderRow
{
    private const int MostAbove = 30;
    private const int FewestKnown = 2;

    /// <summary>Reads up to the header.</summary>
    /// <param name="records">The records from the first one.</param>
    /// <param name="isKnown">Whether a name is one of a column that somebody knows.</param>
    /// <returns>The header's names, none if nothing has text, and the records behind it.</returns>
    public static (string[] Columns, IEnumerator<InputRecord> Behind) Find(IEnumerator<InputRecord> records, Func<string, bool> isKnown)
    {
        var seen = new List<InputRecord>();
        var first = -1;
        while (seen.Count < MostAbove && records.MoveNext())
        {
            var record = records.Current;
            seen.Add(record);
            if (Array.TrueForAll(record.Cells, string.IsNullOrWhiteSpace))
                continue;
            var known = record.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell) && isKnown(cell));
            if (first < 0)
            {
                first = seen.Count - 1;
                if (known > 0)
                    break;
            }
            else if (known >= FewestKnown)
            {
                // A row of names is the header, whatever stands above it.
                first = seen.Count - 1;
                break;
            }
        }

        return first < 0 ? ([], records) : (seen[first].Cells, Rest(seen, first + 1, records));
    }

    private static IEnumerator<InputRecord> Rest(List<InputRecord> seen, int from, IEnumerator<InputRecord> records)
    {
        for (var i = from; i < seen.Count; i++)
            yield return seen[i];
        seen.Clear();
        while (records.MoveNext())
            yield return records.Current;
    }
}
