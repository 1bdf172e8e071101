using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// A request, independent of its connection: it can be carried out after the client has disconnected.
/// </summary>
internal sealed record ProviderRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark.</summary>
    public required string QueryText { get; init; }

    public required Route Route { get; init; }

    public required StringValues Authorization { get; init; }

    public required StringValues ContentType { get; init; }

    public required StringValues Accept { get; init; }

    /// <summary>All headers, unchanged. Each provider reads its own headers by name.</summary>
    public required IReadOnlyDictionary<string, StringValues> Headers { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Whether nothing is stored or deleted for it although the response says so.</summary>
    public bool IsPretended { get; init; }

    /// <summary>A header; empty if it was not sent.</summary>
    public StringValues Header(string name) => Headers.TryGetValue(name, out var values) ? values : default;

    public Dictionary<string, StringValues> Query() => QueryHelpers.ParseQuery(QueryText);

    private bool IsForm => ContentType.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text occurs in the path, query or body; in a form also in its decoded values.</summary>
    public bool ContainsText(string text) =>
        Path.Contains(text, StringComparison.Ordinal)
        || QueryText.Contains(text, StringComparison.Ordinal)
        || Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || (IsForm && WebUtility.UrlDecode(Encoding.UTF8.GetString(Body)).Contains(text, StringComparison.Ordinal));

    /// <summary>A text that is equal for all attempts at the same request.</summary>
    public string Identity() => $"{Route.Operation} {Path}?{QueryText} {Authorization} {Convert.ToHexString(SHA256.HashData(Body))}";

    public static ProviderRequest From(HttpContext context, Route route, string path, string query)
    {
        var headers = context.Request.Headers;
        return new ProviderRequest
        {
            Method = context.Request.Method,
            Path = path,
            QueryText = query,
            Route = route,
            Authorization = headers.Authorization,
            ContentType = headers.ContentType,
            Accept = headers.Accept,
            Headers = new Dictionary<string, StringValues>(headers, StringComparer.OrdinalIgnoreCase),
        };
    }
}
