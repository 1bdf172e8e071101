using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PaymentCustomers.Cli.Csv;

/// <summary>
/// A CSV file that is written record by record; every record is with the system before the next one begins. Cells are
/// data and stay as they are, also where a spreadsheet would see a formula: telephone numbers begin with a plus.
/// </summary>
internal sealed class CsvTarget : IDisposable
{
    private readonly string _path;
    private readonly CsvWriter _writer;
    private bool _isBroken;

    private CsvTarget(string path, Stream stream, char delimiter, bool withMark)
    {
        _path = path;
        var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark));
        _writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            NewLine = Environment.NewLine,
            ShouldQuote = args => NeedsQuotes(args.Field, delimiter),
        });
    }

    /// <summary>Opens a file for writing, whatever was in it before.</summary>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static CsvTarget Open(string path, char delimiter, bool withMark)
    {
        try
        {
            return new CsvTarget(path, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), delimiter, withMark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <exception cref="CliException">The record cannot be written. This is said once; later records are not tried.</exception>
    public void Write(IEnumerable<string?> cells)
    {
        if (_isBroken)
            return;
        try
        {
            foreach (var cell in cells)
                _writer.WriteField(cell);
            _writer.NextRecord();
            _writer.Flush();
        }
        catch (IOException e)
        {
            _isBroken = true;
            throw Unwritable(_path, e);
        }
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException) when (_isBroken)
        {
            // It tries once more what could not be written, and that was said.
        }
    }

    private static CliException Unwritable(string path, Exception cause) => new(
        $"'{path}' cannot be written: {cause.Message}", "Check the folder and the space on the disk, and close the program that has the file open.");

    private static bool NeedsQuotes(string? cell, char delimiter) =>
        cell is { Length: > 0 }
        && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]) || cell.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) >= 0);
}
