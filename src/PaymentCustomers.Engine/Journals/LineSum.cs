using System.Buffers.Binary;
using System.Numerics;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The checksum at the end of a journal line: CRC-32C (RFC 3720, appendix B.4) over the rest of the line. It detects every
/// change of up to three bits, and all but one in four billion larger changes.
/// </summary>
internal static class LineSum
{
    private const int Digits = 8;

    private static ReadOnlySpan<byte> Start => ",\"sum\":\""u8;

    private static ReadOnlySpan<byte> End => "\"}"u8;

    /// <summary>The number of bytes that the checksum adds to a line.</summary>
    public static int Length => Start.Length + Digits + End.Length;

    /// <summary>Writes the checksum after a JSON object that is still open, and closes the object.</summary>
    /// <param name="line">The line so far.</param>
    /// <param name="end">Receives <see cref="Length"/> bytes.</param>
    public static void Write(ReadOnlySpan<byte> line, Span<byte> end)
    {
        Start.CopyTo(end);
        Hex(Of(line), end.Slice(Start.Length, Digits));
        End.CopyTo(end[(Start.Length + Digits)..]);
    }

    /// <summary>Whether a line ends with the correct checksum.</summary>
    public static bool IsRight(ReadOnlySpan<byte> line)
    {
        if (line.Length <= Length)
            return false;
        Span<byte> expected = stackalloc byte[Length];
        Write(line[..^Length], expected);
        return line[^Length..].SequenceEqual(expected);
    }

    /// <summary>The end of the first line with a correct checksum, in text without line ends; 0 if there is none.</summary>
    public static int EndOfFirst(ReadOnlySpan<byte> text)
    {
        for (var from = 0; text[from..].IndexOf(Start) is >= 0 and var at;)
        {
            var end = from + at + Length;
            if (end <= text.Length && IsRight(text[..end]))
                return end;
            from += at + 1;
        }

        return 0;
    }

    private static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var rest in bytes)
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }

    private static void Hex(uint sum, Span<byte> digits)
    {
        for (var i = Digits - 1; i >= 0; i--, sum >>= 4)
            digits[i] = "0123456789abcdef"u8[(int)(sum & 15)];
    }
}
