using System.Globalization;
using System.Net.Http.Headers;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Http;

/// <summary>How an attempt at a request ended.</summary>
internal enum AttemptKind
{
    /// <summary>There is a response, with any status.</summary>
    Answered,

    /// <summary>No connection could be opened, so that the provider cannot have received the request.</summary>
    NotConnected,

    /// <summary>The connection broke. The provider may have carried the request out.</summary>
    ConnectionLost,

    /// <summary>There was no response in time. The provider may have carried the request out, or may still do so.</summary>
    TimedOut,
}

/// <summary>One attempt at a request, with the response if there is one.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">How the attempt ended.</param>
internal sealed record Attempt(ProviderOperation Operation, AttemptKind Kind)
{
    private static volatile ResponseTime? _lastTime;

    /// <summary>The HTTP status; 0 without response.</summary>
    public int Status { get; init; }

    /// <summary>The response body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The response's media type, such as <c>application/json</c>.</summary>
    public string? MediaType =>
        MediaTypeHeaderValue.TryParse(FirstOf(ContentHeaders, "Content-Type"), out var type) ? type.MediaType?.ToLowerInvariant() : null;

    /// <summary>The provider's id of the request.</summary>
    public string? RequestId => FirstOf(Headers, "X-Request-Id") ?? FirstOf(Headers, "Request-Id") ?? FirstOf(Headers, "CF-Ray");

    /// <summary>The value of <c>Retry-After</c>, unchanged (RFC 9110, 10.2.3).</summary>
    public string? RetryAfter => FirstOf(Headers, "Retry-After");

    /// <summary>The time of the response by the provider's clock (RFC 9110, 6.6.1); null if it is not given.</summary>
    public DateTimeOffset? Date
    {
        get
        {
            if (FirstOf(Headers, "Date") is not { } text)
                return null;
            // All responses of a second have the same time.
            var last = _lastTime;
            if (last?.Text != text)
                _lastTime = last = new ResponseTime(text);
            return last.Time;
        }
    }

    /// <summary>The exception, if there is no response; otherwise null.</summary>
    public Exception? Cause { get; init; }

    // Parsed on demand; successful responses do not need them.
    internal HttpHeaders? Headers { get; init; }

    // Parsed on demand, and then kept.
    internal ErrorBody? Explanation { get; set; }

    internal HttpHeaders? ContentHeaders { get; init; }

    /// <summary>Whether the response says that the request was carried out.</summary>
    public bool IsSuccess => Kind == AttemptKind.Answered && Status is >= 200 and < 300;

    private static string? FirstOf(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private sealed class ResponseTime(string text)
    {
        public string Text => text;

        public DateTimeOffset? Time { get; } =
            DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
