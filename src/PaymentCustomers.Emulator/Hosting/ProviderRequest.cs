using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// A request, taken out of the connection: it can be carried out when the client and its connection are long gone.
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

    /// <summary>Every header as it came: a provider reads those of its own by name.</summary>
    public required IReadOnlyDictionary<string, StringValues> Headers { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Nothing is stored or deleted for it, though the answer says so.</summary>
    public bool IsPretended { get; init; }

    /// <summary>A header; without a value if it was not sent.</summary>
    public StringValues Header(string name) => Headers.TryGetValue(name, out var values) ? values : default;

    public Dictionary<string, StringValues> Query() => QueryHelpers.ParseQuery(QueryText);

    private bool IsForm => ContentType.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is in path, query or body; in a form also as it was before it was encoded.</summary>
    public bool ContainsText(string text) =>
        Path.Contains(text, StringComparison.Ordinal)
        || QueryText.Contains(text, StringComparison.Ordinal)
        || Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || (IsForm && WebUtility.UrlDecode(Encoding.UTF8.GetString(Body)).Contains(text, StringComparison.Ordinal));

    /// <summary>The same for every attempt at the same request.</summary>
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
