using System.Globalization;
using System.Net.Http.Headers;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Http;

/// <summary>How one attempt at a request ended.</summary>
internal enum AttemptKind
{
    /// <summary>There is an answer, whatever its status.</summary>
    Answered,

    /// <summary>No connection came about: the provider cannot have seen the request.</summary>
    NotConnected,

    /// <summary>The connection broke: the provider may have carried the request out.</summary>
    ConnectionLost,

    /// <summary>No answer in time: the provider may have carried the request out, or may yet.</summary>
    TimedOut,
}

/// <summary>One attempt at a request: what became of it, and the answer if there is one.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Kind">How it ended.</param>
internal sealed record Attempt(ProviderOperation Operation, AttemptKind Kind)
{
    /// <summary>The HTTP status; 0 without answer.</summary>
    public int Status { get; init; }

    /// <summary>The answer's body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The answer's media type, such as <c>application/json</c>.</summary>
    public string? MediaType =>
        MediaTypeHeaderValue.TryParse(FirstOf(ContentHeaders, "Content-Type"), out var type) ? type.MediaType?.ToLowerInvariant() : null;

    /// <summary>The provider's id for the request.</summary>
    public string? RequestId => FirstOf(Headers, "X-Request-Id") ?? FirstOf(Headers, "Request-Id") ?? FirstOf(Headers, "CF-Ray");

    /// <summary>The value of <c>Retry-After</c> as it came (RFC 9110, 10.2.3).</summary>
    public string? RetryAfter => FirstOf(Headers, "Retry-After");

    /// <summary>The time at which the answer was made, by the provider's own clock (RFC 9110, 6.6.1); null if it does not say.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParseExact(FirstOf(Headers, "Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>Why there is no answer.</summary>
    public Exception? Cause { get; init; }

    // Read when somebody wants to know: of an answer that says yes, nobody does.
    internal HttpHeaders? Headers { get; init; }

    // Read when somebody wants to know, and then for everybody.
    internal ErrorBody? Explanation { get; set; }

    internal HttpHeaders? ContentHeaders { get; init; }

    /// <summary>Whether the answer says that the request was carried out.</summary>
    public bool IsSuccess => Kind == AttemptKind.Answered && Status is >= 200 and < 300;

    private static string? FirstOf(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;
}
