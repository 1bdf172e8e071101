using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Cli.Csv;

/// <summary>The file to import: where its text begins and in which encoding it is written. It can be read several times.</summary>
internal sealed class InputFile : IDisposable
{
    private const string Utf8Name = "UTF-8";

    private readonly FileStream _stream;
    private readonly int _start;
    private readonly Encoding _encoding;
    private readonly string _encodingName;
    private readonly string? _cure;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // The longer mark first: UTF-32's begins with UTF-16's.
    private static readonly (byte[] Mark, Encoding Encoding, string Name)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), "UTF-32"),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true), "UTF-32"),
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), Utf8Name),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16"),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16"),
    ];

    private InputFile(string path, FileStream stream, Encoding? asked)
    {
        Path = path;
        _stream = stream;
        Span<byte> head = stackalloc byte[4];
        var bytes = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (bytes.SequenceEqual("PK\u0003\u0004"u8))
            throw new CliException($"'{path}' is an Excel workbook or another zip file, not CSV.", "Save it as 'CSV UTF-8 (comma delimited)' and import that.");
        foreach (var (mark, encoding, name) in Marks)
        {
            if (!bytes.StartsWith(mark))
                continue;
            (_start, _encoding, _encodingName) = (mark.Length, encoding, name);
            WantsMark = true;
            return;
        }

        _encoding = asked ?? Marks.First(known => known.Name == Utf8Name).Encoding;
        _encodingName = asked?.WebName ?? Utf8Name;
        _cure = asked is null ? "If the file comes from Excel or an older system, give --encoding windows-1252." : null;
        // What is written must be readable again by the same command line, and a mark goes before --encoding.
        WantsMark = asked is not null;
    }

    public string Path { get; }

    /// <summary>Whether files for the same reader should begin with a byte order mark.</summary>
    public bool WantsMark { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="asked">The encoding, if the file has no byte order mark; null for UTF-8.</param>
    /// <exception cref="CliException">It cannot be read.</exception>
    public static InputFile Open(string path, Encoding? asked)
    {
        var stream = OpenStream(path);
        try
        {
            return new InputFile(path, stream, asked);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The text from its beginning. One reader at a time.</summary>
    public TextReader Read()
    {
        _stream.Position = _start;
        _hash.TryGetHashAndReset(stackalloc byte[SHA256.HashSizeInBytes], out _);
        return new StrictReader(_stream, _encoding, _encodingName, _cure) { Hash = _hash };
    }

    /// <summary>What the last reader has read, as a hash: somebody may write to the file while it is read.</summary>
    public string Digest() => Convert.ToHexString(_hash.GetCurrentHash());

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private static FileStream OpenStream(string path)
    {
        if (Directory.Exists(path))
            throw new CliException($"'{path}' is a folder, not a file.");
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"There is no file '{path}'.", $"Check the path; the current folder is '{Environment.CurrentDirectory}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' cannot be read: {e.Message}", "Close the program that has it open, and check who may read it.");
        }

        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw new CliException($"'{path}' is a pipe or a device: the file is read twice, first to check it whole, then to send it.", "Save it to a file first.");
    }
}
