namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A CSV file.</summary>
internal sealed class CsvInput : InputFile
{
    private readonly InputText _text;
    private readonly char? _said;
    private readonly char _delimiter;

    /// <param name="options">What is said of the file.</param>
    /// <param name="text">Its text; closed with this.</param>
    public CsvInput(InputOptions options, InputText text)
        : base(options)
    {
        _text = text;
        using (var reader = text.Read())
            _said = SeparatorLine.Take(reader, out _);
        if ((options.Delimiter ?? _said) is { } given)
        {
            _delimiter = given;
            return;
        }

        using var header = text.Read();
        _delimiter = Delimiters.Detect(header);
    }

    public override char Delimiter => _delimiter;

    public override bool WantsMark => _text.WantsMark;

    public override InputTable Read()
    {
        var reader = _text.Read();
        var skipped = 0;
        if (_said is not null)
            SeparatorLine.Take(reader, out skipped);
        var records = new CsvRecords(reader, _delimiter, skipped);
        try
        {
            var (columns, rest) = HeaderRow.Find(records.Read().GetEnumerator(), Options.IsKnown);
            return new InputTable(columns, rest, records);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    public override string Digest() => _text.Digest();

    protected override void Dispose(bool disposing) => _text.Dispose();
}
