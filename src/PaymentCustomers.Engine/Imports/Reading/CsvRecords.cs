using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Reads the records of a CSV text, starting with the first line.</summary>
internal sealed class CsvRecords : IDisposable
{
    // A longer cell is caused by a quote that is not closed, which would load the rest of the file into memory.
    private const int LargestCell = 16 * 1024 * 1024;

    private readonly CsvParser _parser;
    private readonly bool _skipsFirst;

    /// <param name="text">The text; disposed with this object.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="skipsFirst">Whether the first record is a line <c>sep=;</c>, which spreadsheets hide.</param>
    public CsvRecords(TextReader text, char delimiter, bool skipsFirst)
    {
        _skipsFirst = skipsFirst;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = OnBadData,
            MaxFieldSize = LargestCell,
            // Spaces around cells belong to no value. A cell in quotation marks may be behind a space.
            TrimOptions = TrimOptions.Trim,
            // Blank lines count as rows in a spreadsheet.
            IgnoreBlankLines = false,
        });
    }

    /// <summary>The records, one by one.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: a record is malformed.</exception>
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
        // The parser is at the record's last line. If a quote is not closed, the cell contains the end of the line.
        var text = args.Field.EndsWith('\n') || args.Field.EndsWith('\r') ? args.RawRecord : args.RawRecord.TrimEnd('\r', '\n');
        var line = args.Context.Parser!.RawRow - LineBreaks(text.TrimStart('\r', '\n'));
        throw InputErrors.Of(ReadingMessages.QuotesDoNotMatch(line), ReadingMessages.QuotesAction);
    }
}
