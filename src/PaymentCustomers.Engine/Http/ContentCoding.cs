using System.IO.Compression;
using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Http;

/// <summary>Decompresses responses (RFC 9110, 8.4). HttpClient could do this too, but takes 2 µs for each uncompressed response.</summary>
internal static class ContentCoding
{
    /// <summary>The supported codings, for Accept-Encoding.</summary>
    public const string Accepted = "gzip,br";

    /// <summary>The decompressed body.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="headers">The headers of the body.</param>
    public static Stream Unpack(Stream body, HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var coding)
            ? coding.ToString().Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                _ => body,
            }
            : body;
}
