using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Cli.Csv;

/// <summary>How a CSV file is laid out: what separates its cells, and what stands above its header.</summary>
/// <param name="Delimiter">What separates the cells.</param>
/// <param name="RecordsAbove">How many records stand above the header: the line <c>sep=;</c>, the titles of a report.</param>
internal sealed record CsvLayout(char Delimiter, int RecordsAbove = 0)
{
    private const int LongestHead = 256 * 1024;

    // Reports have a few titles. Further down, what looks like a header is data.
    private const int MostTitles = 20;

    // A single name may be chance: the title of a report may be "Clientes".
    private const int FewestFields = 2;

    /// <summary>The line of the header where titles stand above it; null where it is the first.</summary>
    public long? LineBehindTitles { get; private init; }

    /// <summary>Finds out how a file is laid out, by its beginning.</summary>
    /// <param name="text">The file from its beginning.</param>
    /// <param name="given">The delimiter, if the user says it.</param>
    public static CsvLayout Detect(TextReader text, char? given)
    {
        var buffer = new char[LongestHead];
        var head = new string(buffer, 0, text.ReadBlock(buffer));
        var told = Delimiters.OfSepLine(head);
        var above = told is null ? 0 : 1;
        if (given is null && told is null)
        {
            var likely = new CsvLayout(Delimiters.MostFrequent(head));
            return likely.Find(head)
                ?? Delimiters.Known.Where(known => known != likely.Delimiter).Select(known => new CsvLayout(known).Find(head)).FirstOrDefault(found => found is not null)
                ?? likely;
        }

        // What the user says goes before what the file says.
        var certain = new CsvLayout((given ?? told)!.Value, above);
        return certain.Find(head) ?? certain;
    }

    /// <summary>
    /// The layout with the header where it is: the first record, unless it names one field of a customer at most and one of
    /// the next names more. Null if no record names several.
    /// </summary>
    private CsvLayout? Find(string head)
    {
        var records = Sample(head);
        if (records.Count <= RecordsAbove)
            return null;
        var fields = records.ConvertAll(record => Fields(record.Cells));
        var most = fields[RecordsAbove] >= FewestFields ? fields[RecordsAbove] : fields.Skip(RecordsAbove).Max();
        if (most < FewestFields)
            return null;
        var header = fields.IndexOf(most, RecordsAbove);
        return this with { RecordsAbove = header, LineBehindTitles = header == RecordsAbove ? null : records[header].Line };
    }

    private List<(long Line, string[] Cells)> Sample(string head)
    {
        var records = new List<(long, string[])>();
        try
        {
            using var table = new CsvTable(new StringReader(head), new CsvLayout(Delimiter));
            records.Add((table.Line, table.Columns));
            records.AddRange(table.Records().Take(MostTitles).Select(record => (table.Line, record)));
        }
        catch (CliException)
        {
            // What is broken is told when the file is read.
        }

        return records;
    }

    // "Teléfono: 601 211 2233" is a title, although it reads like a name with a note.
    private static int Fields(string[] cells) =>
        cells.Count(cell => !cell.Contains(':', StringComparison.Ordinal) && (ColumnNames.Meaning(cell) is not null || ColumnNames.MetadataMember(cell) is not null));
}
