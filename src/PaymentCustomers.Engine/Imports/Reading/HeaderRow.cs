namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Finds the header of a table. Reports have title lines above it.</summary>
internal static class HeaderRow
{
    // Further down, a row that looks like a header is data.
    private const int MostTitles = 20;

    // A single match may be a coincidence: the title of a report may be "Clientes".
    private const int FewestFields = 2;

    /// <summary>
    /// The index of the header among the first records of a file: the first record that is not blank if it names several customer
    /// fields, otherwise the record that names the most. Null if no record names several.
    /// </summary>
    /// <param name="records">The first records.</param>
    /// <param name="isKnown">Whether a name is a known column name.</param>
    public static int? Place(IReadOnlyList<InputRecord> records, Func<string, bool> isKnown)
    {
        var fields = records.Select(record => Fields(record.Cells, isKnown)).ToList();
        var first = FirstWithText(records);
        if (first < 0)
            return null;
        var most = fields[first] >= FewestFields ? fields[first] : fields.Max();
        return most < FewestFields ? null : fields.IndexOf(most);
    }

    /// <summary>Reads the records that may contain the header.</summary>
    public static List<InputRecord> Sample(IEnumerator<InputRecord> records)
    {
        var seen = new List<InputRecord>();
        while (seen.Count <= MostTitles && records.MoveNext())
            seen.Add(records.Current);
        return seen;
    }

    /// <summary>Reads up to the header.</summary>
    /// <param name="records">The records, starting with the first.</param>
    /// <param name="isKnown">Whether a name is a known column name.</param>
    /// <param name="closing">Disposes the source of the records.</param>
    public static InputTable Find(IEnumerator<InputRecord> records, Func<string, bool> isKnown, IDisposable? closing = null)
    {
        var seen = Sample(records);
        var first = FirstWithText(seen);
        if (first < 0)
            return new InputTable([], records, closing);
        var header = Place(seen, isKnown) ?? first;
        return new InputTable(seen[header].Cells, Behind(seen, header + 1, records), closing) { RowBehindTitles = header > first ? seen[header].Row : null };
    }

    private static int FirstWithText(IReadOnlyList<InputRecord> records) =>
        records.Select((record, index) => (record, index)).Where(pair => !Array.TrueForAll(pair.record.Cells, string.IsNullOrWhiteSpace)).Select(pair => (int?)pair.index).FirstOrDefault() ?? -1;

    // "Teléfono: 601 211 2233" is a title line, although it looks like a column name with a note.
    private static int Fields(string[] cells, Func<string, bool> isKnown) =>
        cells.Count(cell => !string.IsNullOrWhiteSpace(cell) && !cell.Contains(':', StringComparison.Ordinal) && isKnown(cell));

    private static IEnumerator<InputRecord> Behind(List<InputRecord> seen, int from, IEnumerator<InputRecord> records)
    {
        for (var i = from; i < seen.Count; i++)
            yield return seen[i];
        seen.Clear();
        while (records.MoveNext())
            yield return records.Current;
    }
}
