namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A CSV file.</summary>
internal sealed class CsvInput : InputFile
{
    private const int LongestHead = 256 * 1024;

    private readonly InputText _text;
    private readonly bool _hasSepLine;

    /// <param name="options">What the user specified about the file.</param>
    /// <param name="text">The text of the file; disposed with this object.</param>
    public CsvInput(InputOptions options, InputText text)
        : base(options)
    {
        _text = text;
        using var reader = text.Read();
        var buffer = new char[LongestHead];
        var head = new string(buffer, 0, reader.ReadBlock(buffer));
        var told = Delimiters.OfSepLine(head);
        _hasSepLine = told is not null;
        // The user's delimiter overrides the one in the file's sep= line.
        Delimiter = options.Delimiter ?? told ?? Detect(head);
    }

    public override char Delimiter { get; }

    public override bool WantsMark => _text.WantsMark;

    public override InputTable Read()
    {
        var records = new CsvRecords(_text.Read(), Delimiter, _hasSepLine);
        try
        {
            return HeaderRow.Find(records.Read().GetEnumerator(), Options.IsKnown, records);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    public override string Digest() => _text.Digest();

    protected override void Dispose(bool disposing) => _text.Dispose();

    /// <summary>The delimiter with which a header is found; the most frequent one if no header is found.</summary>
    private char Detect(string head)
    {
        var likely = Delimiters.MostFrequent(head);
        return Delimiters.Known.OrderBy(known => known != likely).Select(known => (char?)known).FirstOrDefault(known => HasHeader(head, known!.Value)) ?? likely;
    }

    private bool HasHeader(string head, char delimiter)
    {
        try
        {
            using var records = new CsvRecords(new StringReader(head), delimiter, skipsFirst: false);
            return HeaderRow.Place(HeaderRow.Sample(records.Read().GetEnumerator()), Options.IsKnown) is not null;
        }
        catch (PaymentException)
        {
            // Errors are reported when the file is read.
            return false;
        }
    }
}
