using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>The text of a file, with its encoding and the position where it starts. It can be read several times.</summary>
internal sealed class InputText : IDisposable
{
    private const string Utf8Name = "UTF-8";
    private const string EncodingOption = "Encoding";
    private const int LookedAt = 4096;
    private const string Windows = "windows-1252";
    private const string Mac = "macintosh";
    private const string Dos = "ibm850";

    private readonly FileStream _stream;
    private readonly int _start;
    private readonly Encoding _encoding;
    private readonly string _encodingName;
    private readonly Func<ReadOnlyMemory<byte>, string> _cure;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // The longer mark comes first: UTF-32's byte order mark starts with UTF-16's.
    private static readonly (byte[] Mark, Encoding Encoding, string Name)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), "UTF-32"),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true), "UTF-32"),
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), Utf8Name),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16"),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16"),
    ];

    /// <param name="options">What the user specified about the file.</param>
    /// <param name="stream">The file, positioned at its start; disposed with this object.</param>
    public InputText(InputOptions options, FileStream stream)
    {
        _stream = stream;
        var head = new byte[LookedAt];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var option = options.Spell(EncodingOption);
        _cure = _ => ReadingMessages.EncodingAction(option);
        foreach (var (mark, encoding, name) in Marks)
        {
            if (!head.AsSpan().StartsWith(mark))
                continue;
            (_start, _encoding, _encodingName) = (mark.Length, encoding, name);
            WantsMark = true;
            return;
        }

        _encoding = options.Encoding ?? Marks.First(known => known.Name == Utf8Name).Encoding;
        _encodingName = options.Encoding?.WebName ?? Utf8Name;
        if (options.Encoding is null)
            _cure = bytes => Cure(head, bytes.Span, option);
        // The same command must be able to read the output files again, and a byte order mark overrides the option.
        WantsMark = options.Encoding is not null;
    }

    /// <summary>Whether output files for the same reader need a byte order mark.</summary>
    public bool WantsMark { get; }

    /// <summary>The text from its start. Only one reader at a time.</summary>
    public TextReader Read()
    {
        _stream.Position = _start;
        _hash.TryGetHashAndReset(stackalloc byte[SHA256.HashSizeInBytes], out _);
        return new StrictReader(_stream, _encoding, _encodingName, _cure) { Hash = _hash };
    }

    /// <summary>A hash of what the last reader has read.</summary>
    public string Digest() => Convert.ToHexString(_hash.GetCurrentHash());

    /// <summary>The likely solution for a file that is not UTF-8.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="bytes">The part with bytes that are not valid.</param>
    /// <param name="option">The option for the encoding.</param>
    private static string Cure(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes, string option)
    {
        // In UTF-16, every other byte is zero for Latin letters.
        if (head.Count((byte)0) > head.Length / 4)
            return ReadingMessages.Utf16Action(option);
        // Control characters that do not occur in text: the file is compressed or not a table.
        return head.ContainsAnyInRange((byte)0x01, (byte)0x08) || head.ContainsAnyInRange((byte)0x0E, (byte)0x19)
            ? ReadingMessages.NotTextAction
            : OldEncoding(bytes) switch
            {
                Mac => ReadingMessages.MacEncodingAction(option, Mac),
                Dos => ReadingMessages.DosEncodingAction(option, Dos),
                _ => ReadingMessages.OldEncodingAction(option),
            };
    }

    /// <summary>The old encoding in which most of the bytes are accented letters. Each one has them at other places.</summary>
    private static string OldEncoding(ReadOnlySpan<byte> bytes)
    {
        var (likely, most) = (Windows, 0);
        foreach (var name in (string[])[Windows, Mac, Dos])
        {
            var letters = FileEncodings.Find(name)?.GetBytes("áéíóúüñÁÉÍÓÚÜÑ") ?? [];
            var count = 0;
            foreach (var value in bytes)
                count += Array.IndexOf(letters, value) >= 0 ? 1 : 0;
            if (count > most)
                (likely, most) = (name, count);
        }

        return likely;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }
}
