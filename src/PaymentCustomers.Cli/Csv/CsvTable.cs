using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PaymentCustomers.Cli.Csv;

/// <summary>One pass over a CSV file: the header, then record by record. Blank lines are no records.</summary>
internal sealed class CsvTable : IDisposable
{
    // A cell beyond it is a quote left open, which would take the rest of the file into memory.
    private const int LargestCell = 16 * 1024 * 1024;

    private readonly CsvParser _parser;

    /// <exception cref="CliException">The header is broken, or what stands above it.</exception>
    public CsvTable(TextReader text, CsvLayout layout)
    {
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = layout.Delimiter.ToString(),
            BadDataFound = OnBadData,
            MaxFieldSize = LargestCell,
        });
        for (var i = 0; i < layout.RecordsAbove; i++)
            Next();
        Columns = Next() ?? [];
    }

    /// <summary>The line on which the record that was read last begins, from 1.</summary>
    public long Line => FirstLine(_parser.RawRow, _parser.RawRecord);

    /// <summary>The header's cells as they stand there; none if the file has no line with text.</summary>
    public string[] Columns { get; }

    /// <summary>The records from the last one read to the end: who stops and asks again goes on behind it.</summary>
    /// <exception cref="CliException">A record is broken.</exception>
    public IEnumerable<string[]> Records()
    {
        while (Next() is { } record)
            yield return record;
    }

    public void Dispose() => _parser.Dispose();

    // The parser stands on the record's last line, and blank lines before it are part of it.
    private static long FirstLine(long last, string raw) => last - LineBreaks(raw.Trim('\r', '\n'));

    private static long LineBreaks(string text) => Math.Max(text.Count(c => c == '\n'), text.Count(c => c == '\r'));

    private string[]? Next()
    {
        var line = _parser.RawRow + 1;
        try
        {
            return _parser.Read() ? _parser.Record : null;
        }
        catch (MaxFieldSizeException)
        {
            throw new CliException(
                string.Create(CultureInfo.InvariantCulture, $"Line {line}: a cell is larger than {LargestCell / 1024 / 1024} million characters."),
                "Look for a quote that opens a cell and is not closed.");
        }
    }

    private void OnBadData(BadDataFoundArgs args)
    {
        // A quote left open takes the end of the line into the cell.
        var text = args.Field.EndsWith('\n') || args.Field.EndsWith('\r') ? args.RawRecord : args.RawRecord.TrimEnd('\r', '\n');
        var line = args.Context.Parser!.RawRow - LineBreaks(text.TrimStart('\r', '\n'));
        throw new CliException(
            string.Create(CultureInfo.InvariantCulture, $"Line {line}: the quotes do not match: one is not closed, or stands inside a cell alone."),
            "Put the whole cell in quotes and write each quote inside it twice: \"5 \"\"A\"\" Street\".");
    }
}
