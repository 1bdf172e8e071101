using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>
/// A CSV file that is written record by record. It lies in a file beside its place, which nobody else may read, and takes
/// its place when it is complete: what was there before stays until then. Nobody goes on with an incomplete one, so its
/// records go to the system many at once; who reads a device waits for each. Cells that a spreadsheet would take for a
/// formula are armoured.
/// </summary>
internal sealed class CsvTarget : IDisposable
{
    private const int BufferedCharacters = 32 * 1024;

    private readonly string _path;
    private readonly string? _partial;
    private readonly FileStream _stream;
    private readonly CsvWriter _writer;

    private CsvTarget(string path, string? partial, FileStream stream, char delimiter, bool withMark)
    {
        _path = path;
        _partial = partial;
        _stream = stream;
        var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark), BufferedCharacters);
        _writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            NewLine = Environment.NewLine,
            ShouldQuote = args => NeedsQuotes(args.Field, delimiter),
        });
    }

    /// <summary>Whether all that was written is in its place.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Why something could not be written, so that the file never takes its place; null if all could.</summary>
    public PaymentException? Failure { get; private set; }

    /// <summary>Where a file lies until it is complete: beside its place, so that it can take it at once.</summary>
    public static string PartialOf(string path) => $"{Place(path)}.partial";

    /// <summary>Where a path leads to: a link stays a link, and what it leads to is written.</summary>
    public static string Place(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    /// <summary>Begins a file. What is in its place is left alone.</summary>
    /// <exception cref="PaymentException">It cannot be written, or another import writes it.</exception>
    public static CsvTarget Open(string path, char delimiter, bool withMark)
    {
        if (Directory.Exists(path))
            throw OutputErrors.Of(WritingMessages.IsFolder(path), WritingMessages.FolderAction);
        try
        {
            // A device is what it is, and is never complete.
            if (NativeFiles.IsDevice(path))
                return new CsvTarget(path, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), delimiter, withMark);
            var partial = PartialOf(path);
            var stream = PrivateFile.Open(partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            PrivateFile.MakePrivate(stream);
            stream.SetLength(0);
            return new CsvTarget(path, partial, stream, delimiter, withMark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>The file is complete and takes its place.</summary>
    /// <exception cref="PaymentException">It cannot.</exception>
    public void Complete()
    {
        if (Failure is not null || IsComplete)
            return;
        try
        {
            _writer.Flush();
            if (_partial is not null)
                NativeFiles.Sync(_stream.SafeFileHandle);
            _writer.Dispose();
            if (_partial is not null)
                File.Move(_partial, Place(_path), overwrite: true);
            IsComplete = true;
        }
        catch (Exception e)
        {
            // Whatever it is: a file that lacks a record must not take its place.
            throw Failure = Unfinished(e);
        }
    }

    /// <exception cref="PaymentException">The record cannot be written. This is said once; later records are not tried.</exception>
    public void Write(IEnumerable<string?> cells)
    {
        if (Failure is not null)
            return;
        try
        {
            foreach (var cell in cells)
                _writer.WriteField(cell is null ? null : FormulaArmour.PutOn(PrintableText.Lines(cell)));
            _writer.NextRecord();
            if (_partial is null)
                _writer.Flush();
        }
        catch (Exception e)
        {
            throw Failure = Unfinished(e);
        }
    }

    /// <summary>Closes the file. If it never was complete, and holds nothing that anybody was told of, it is taken away.</summary>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // It tries once more what could not be written: that was said, or nobody waits for it.
        }

        if (_partial is not null && !IsComplete && Failure is null)
            File.Delete(_partial);
    }

    private PaymentException Unfinished(Exception cause) => OutputErrors.Of(
        _partial is null ? WritingMessages.Unwritable(_path, FileFailure.Reason(cause)) : WritingMessages.Unfinished(_path, FileFailure.Reason(cause), _partial), WritingMessages.UnwritableAction, cause);

    private static PaymentException Unwritable(string path, Exception cause) =>
        OutputErrors.Of(WritingMessages.Unwritable(path, cause.Message), WritingMessages.UnwritableAction, cause);

    private static bool NeedsQuotes(string? cell, char delimiter) =>
        cell is { Length: > 0 }
        && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]) || cell.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) >= 0);
}
