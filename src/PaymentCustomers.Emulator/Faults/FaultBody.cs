using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>
/// The bytes of a fault's body in UTF-8, with its placeholders replaced by the response that would have been sent.
/// </summary>
internal static partial class FaultBody
{
    /// <summary>Replaces the placeholders.</summary>
    /// <param name="text">
    /// The body of the fault. <c>%body%</c> is the whole response, <c>%half%</c> its first half, <c>%length%</c> its length in bytes,
    /// <c>%members%</c> the members of its object, <c>%hex%</c> its length in hexadecimal, as for a chunk, <c>%utf16%</c> the response in
    /// UTF-16 with a byte order mark, <c>%gzip%</c> the compressed response, <c>%gzipHalf%</c> the first half of that.
    /// </param>
    /// <param name="reply">The response that would have been sent.</param>
    public static byte[] Of(string text, Reply reply)
    {
        using var bytes = new MemoryStream();
        var from = 0;
        foreach (var place in Places().EnumerateMatches(text))
        {
            bytes.Write(Encoding.UTF8.GetBytes(text[from..place.Index]));
            from = place.Index + place.Length;
            bytes.Write(Named(text[(place.Index + 1)..(from - 1)], reply.Body));
        }

        bytes.Write(Encoding.UTF8.GetBytes(text[from..]));
        return bytes.ToArray();
    }

    private static byte[] Named(string name, ReadOnlyMemory<byte> body) => name switch
    {
        "body" => body.ToArray(),
        "half" => Half(body),
        "members" => body[1..^1].ToArray(),
        "length" => Encoding.ASCII.GetBytes(FormattableString.Invariant($"{body.Length}")),
        "hex" => Encoding.ASCII.GetBytes(FormattableString.Invariant($"{body.Length:x}")),
        "utf16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body.Span))],
        "gzip" => Packed(body),
        _ => Half(Packed(body)),
    };

    private static byte[] Half(ReadOnlyMemory<byte> bytes) => bytes[..(bytes.Length / 2)].ToArray();

    private static byte[] Packed(ReadOnlyMemory<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        return packed.ToArray();
    }

    [GeneratedRegex("%(?:body|half|members|length|hex|utf16|gzip|gzipHalf)%")]
    private static partial Regex Places();
}
