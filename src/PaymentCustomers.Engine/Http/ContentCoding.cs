using System.IO.Compression;
using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Http;

/// <summary>Answers that come packed (RFC 9110, 8.4). The handler would unpack them as well, at 2 µs for each that is not.</summary>
internal static class ContentCoding
{
    /// <summary>What is understood, for Accept-Encoding.</summary>
    public const string Accepted = "gzip,br";

    /// <summary>The body as it was before it was packed.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="headers">Its headers.</param>
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
