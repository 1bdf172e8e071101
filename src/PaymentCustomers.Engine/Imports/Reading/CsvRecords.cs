using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>The records of a CSV text, from the first line on.</summary>
internal sealed class CsvRecords : IDisposable
{
    // A cell beyond it is a quote left open, which would take the rest of the file into memory.
    private const int LargestCell = 16 * 1024 * 1024;

    private readonly CsvParser _parser;
    private readonly bool _skipsFirst;

    /// <param name="text">The text; closed with this.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="skipsFirst">Whether the first record is the line <c>sep=;</c>, which spreadsheets do not show.</param>
    public CsvRecords(TextReader text, char delimiter, bool skipsFirst)
    {
        _skipsFirst = skipsFirst;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = OnBadData,
            MaxFieldSize = LargestCell,
            // They count where a spreadsheet counts rows.
            IgnoreBlankLines = false,
        });
    }

    /// <summary>Record by record.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: one is broken.</exception>
    public IEnumerable<InputRecord> Read()
    {
        while (_skipsFirst && Next() is { } told && new InputRecord(0, told).IsEmptyLine)
        {
        }

        for (long row = 1; Next() is { } record; row++)
            yield return new InputRecord(row, record);
    }

    public void Dispose() => _parser.Dispose();

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
            throw InputErrors.Of(ReadingMessages.CellTooLarge(line, LargestCell / 1024 / 1024), ReadingMessages.CellTooLargeAction);
        }
    }

    private void OnBadData(BadDataFoundArgs args)
    {
        // The parser stands on the record's last line. A quote left open takes the end of the line into the cell.
        var text = args.Field.EndsWith('\n') || args.Field.EndsWith('\r') ? args.RawRecord : args.RawRecord.TrimEnd('\r', '\n');
        var line = args.Context.Parser!.RawRow - LineBreaks(text.TrimStart('\r', '\n'));
        throw InputErrors.Of(ReadingMessages.QuotesDoNotMatch(line), ReadingMessages.QuotesAction);
    }
}
