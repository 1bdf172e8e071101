using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A file of customers. It can be read several times, one pass after the other.</summary>
internal abstract class InputFile(InputOptions options) : IDisposable
{
    private static readonly string[] TextEndings = [".csv", ".tsv", ".tab", ".txt"];

    public string Path => Options.Path;

    /// <summary>The delimiter for CSV files that contain rows of this file.</summary>
    public virtual char Delimiter => ',';

    /// <summary>Whether such CSV files start with a byte order mark.</summary>
    public virtual bool WantsMark => false;

    /// <summary>A warning about a file that can be read; null if there is none.</summary>
    public virtual string? Note => null;

    /// <summary>What the user specified about the file.</summary>
    protected InputOptions Options { get; } = options;

    /// <summary>Opens a file. Its format is detected from its first bytes, not from its name.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: the file cannot be read.</exception>
    public static InputFile Open(InputOptions options)
    {
        var stream = OpenStream(options.Path);
        try
        {
            Span<byte> head = stackalloc byte[8];
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            stream.Position = 0;
            if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
                return new WorkbookInput(options, stream);
            var text = new InputText(options, stream);
            if (IsWebPage(text))
                throw InputErrors.Of(ReadingMessages.IsWebPage(options.Path), ReadingMessages.WebPageAction);
            return IsJson(options, text) ? new JsonInput(options, text) : new CsvInput(options, text);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the file from the start. Only one pass at a time.</summary>
    public abstract InputTable Read();

    /// <summary>A hash of what the last pass read, to detect that the file was changed while it was read.</summary>
    public abstract string Digest();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>Whether the text is HTML or XML, which some programs save with the ending .xls or .csv.</summary>
    private static bool IsWebPage(InputText text)
    {
        using var reader = text.Read();
        var buffer = new char[64];
        var start = buffer.AsSpan(0, reader.ReadBlock(buffer)).TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsJson(InputOptions options, InputText text)
    {
        if (TextEndings.Contains(System.IO.Path.GetExtension(options.Path), StringComparer.OrdinalIgnoreCase))
            return false;
        using var reader = text.Read();
        while (reader.Read() is >= 0 and var character)
        {
            if (!char.IsWhiteSpace((char)character))
                return (char)character is '{' or '[';
        }

        return false;
    }

    private static FileStream OpenStream(string path)
    {
        if (Directory.Exists(path))
            throw InputErrors.Of(ReadingMessages.IsFolder(path));
        FileStream stream;
        try
        {
            // Check before opening: opening a pipe blocks until another process writes to it. And standard input has no folder for output files.
            if (NativeFiles.IsDevice(path) || path is "/dev/stdin" || path.StartsWith("/dev/fd/", StringComparison.Ordinal))
                throw NotSeekable(path);
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw InputErrors.Of(ReadingMessages.NoFile(path), ReadingMessages.NoFileAction(Environment.CurrentDirectory));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.Of(ReadingMessages.Unreadable(path, e.Message), ReadingMessages.UnreadableAction, e);
        }

        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw NotSeekable(path);
    }

    private static PaymentException NotSeekable(string path) => InputErrors.Of(ReadingMessages.NotSeekable(path), ReadingMessages.NotSeekableAction);
}
