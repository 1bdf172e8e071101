using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>What happens to a request.</summary>
public record Fault
{
    /// <summary>The kind of the fault.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Whether the fault happens before or after the request is carried out. Ignored for delayedStore, lateAnswer and storedTwice. If
    /// the response is truncated or dripped before, it is a 503 of the provider, because there is no customer yet to return.
    /// </summary>
    public FaultMoment Moment { get; init; }

    /// <summary>The status code for status (default 503), html (default 502) and garbage (default 200).</summary>
    public int? Code { get; init; }

    /// <summary>For status and html: the value of the header <c>Retry-After</c>, any text.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>For status, html, garbage and altered: additional headers, by name.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// For status, html and garbage: the body. It is declared as JSON if it starts like JSON, or for garbage. For raw: everything that
    /// is sent, including the status line and headers. In garbage and raw, <c>%body%</c>, <c>%half%</c>, <c>%members%</c>,
    /// <c>%length%</c>, <c>%hex%</c>, <c>%utf16%</c>, <c>%gzip%</c> and <c>%gzipHalf%</c> are replaced by the response that would have been sent.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>For status: the message of the provider's error, instead of the provider's own message.</summary>
    public FaultMessage? Message { get; init; }

    /// <summary>For altered: the name of the error in the response.</summary>
    public string? Change { get; init; }

    /// <summary>For timeout and delayedStore: the maximum milliseconds that the connection is held; null to hold it until the client disconnects.</summary>
    public int? HoldMs { get; init; }

    /// <summary>For slowDrip: milliseconds from the first byte of the body to the last.</summary>
    public int DripMs { get; init; } = 1000;

    /// <summary>For delayedStore: milliseconds until the request is carried out.</summary>
    public int DelayMs { get; init; } = 2000;

    /// <summary>
    /// The number of attempts at the same request (same path, query and body) on which the fault is played; 0 for all attempts. Null, in
    /// a rule: attempts are counted like any other requests.
    /// </summary>
    public int? Repeat { get; init; }

    /// <summary>Whether it is played before the request is carried out.</summary>
    [JsonIgnore]
    internal bool IsBefore =>
        Kind == FaultKind.DelayedStore || (Moment == FaultMoment.Before && Kind is not (FaultKind.LateAnswer or FaultKind.StoredTwice));
}
