using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Reads text. If bytes are not valid in the encoding, reports their line instead of replacing them.</summary>
/// <param name="stream">Positioned at the start of the text; not disposed.</param>
/// <param name="encoding">An encoding that throws on invalid bytes.</param>
/// <param name="encodingName">The encoding's name, for messages.</param>
/// <param name="cure">The likely solution, in the current language, for bytes of which some are not valid.</param>
internal sealed class StrictReader(Stream stream, Encoding encoding, string encodingName, Func<ReadOnlyMemory<byte>, string> cure) : TextReader
{
    private const int ChunkSize = 32 * 1024;

    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly byte[] _bytes = new byte[ChunkSize];
    private readonly char[] _chars = new char[encoding.GetMaxCharCount(ChunkSize)];
    private int _position;
    private int _length;
    private bool _isAtEnd;
    private long _lineFeeds;
    private long _returns;

    /// <summary>Receives every byte that is read.</summary>
    public IncrementalHash? Hash { get; init; }

    public override int Peek() => _position < _length || Fill() ? _chars[_position] : -1;

    public override int Read() => _position < _length || Fill() ? _chars[_position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_position == _length && !Fill())
            return 0;
        var some = Math.Min(buffer.Length, _length - _position);
        _chars.AsSpan(_position, some).CopyTo(buffer);
        _position += some;
        return some;
    }

    private bool Fill()
    {
        (_position, _length) = (0, 0);
        while (_length == 0 && !_isAtEnd)
        {
            // Read whole chunks, so that no chunk starts inside a UTF-16 code unit.
            var read = stream.ReadAtLeast(_bytes, ChunkSize, throwOnEndOfStream: false);
            _isAtEnd = read < ChunkSize;
            Hash?.AppendData(_bytes, 0, read);
            try
            {
                _length = _decoder.GetChars(_bytes.AsSpan(0, read), _chars, flush: _isAtEnd);
            }
            catch (DecoderFallbackException e)
            {
                throw Undecodable(e, read);
            }

            Count(_chars.AsSpan(0, _length));
        }

        return _length > 0;
    }

    private PaymentException Undecodable(DecoderFallbackException error, int read)
    {
        // The index is negative if the character started in the previous chunk.
        var good = Math.Clamp(error.Index, 0, read);
        var lenient = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        Count(lenient.GetString(_bytes, 0, good));
        var bytes = Convert.ToHexString(error.BytesUnknown ?? []);
        return InputErrors.Of(ReadingMessages.NotEncoding(1 + Math.Max(_lineFeeds, _returns), bytes, encodingName), cure(_bytes.AsMemory(0, read)));
    }

    // Lines end with a line feed, a carriage return, or both.
    private void Count(ReadOnlySpan<char> text)
    {
        _lineFeeds += text.Count('\n');
        _returns += text.Count('\r');
    }
}
