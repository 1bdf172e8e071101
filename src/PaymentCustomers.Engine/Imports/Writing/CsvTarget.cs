using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>
/// A CSV file that is written record by record. It is written to a private temporary file next to its final name, and renamed
/// when it is complete, so that an older file remains until then. An incomplete file is of no use to anyone, so that records are
/// buffered; on a device, which may have a reader, each record is written at once. Cells that look like formulas are written as
/// text (<see cref="FormulaArmour"/>).
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

    /// <summary>Whether everything was written and the file has its final name.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Why something could not be written, so that the file never gets its final name; null if there was no error.</summary>
    public PaymentException? Failure { get; private set; }

    /// <summary>The path of the temporary file. It is in the same folder as the final name, so that renaming is atomic.</summary>
    public static string PartialOf(string path) => $"{Place(path)}.partial";

    /// <summary>The file that a path leads to. If the path is a link, the link is kept and its target is written.</summary>
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

    /// <summary>Creates a file. An existing file with the final name is not touched.</summary>
    /// <exception cref="PaymentException">The file cannot be written, or another import is writing it.</exception>
    public static CsvTarget Open(string path, char delimiter, bool withMark)
    {
        if (Directory.Exists(path))
            throw OutputErrors.Of(WritingMessages.IsFolder(path), WritingMessages.FolderAction);
        try
        {
            // A device is written directly, without a temporary file.
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

    /// <summary>Completes the file and gives it its final name.</summary>
    /// <exception cref="PaymentException">The file cannot be completed.</exception>
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
            // Whatever the error is: a file that lacks a record must not get its final name.
            throw Failure = Unfinished(e);
        }
    }

    /// <exception cref="PaymentException">The record cannot be written. Thrown once; later records are ignored.</exception>
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

    /// <summary>Closes the file. If it was never completed and no error was reported for it, the temporary file is deleted.</summary>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // Closing tries to write the buffered records again. The error was reported already, or the import was abandoned.
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
