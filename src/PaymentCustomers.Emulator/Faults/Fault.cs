using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>What happens to a request.</summary>
public record Fault
{
    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Before or after the request is carried out; without meaning for delayedStore, lateAnswer and storedTwice. What is
    /// truncated or dripped before is a 503 of the provider: there is no customer yet to tell of.
    /// </summary>
    public FaultMoment Moment { get; init; }

    /// <summary>The status of status (default 503), html (default 502) and garbage (default 200).</summary>
    public int? Code { get; init; }

    /// <summary>With status and html: the header <c>Retry-After</c>, any text.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>With status, html, garbage and altered: further headers, by name.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// With status, html and garbage: the body, as it is. JSON if it begins like JSON, or with garbage. With raw: all that
    /// is sent, status line and headers included. With garbage and raw, <c>%body%</c>, <c>%half%</c>, <c>%members%</c>,
    /// <c>%length%</c>, <c>%hex%</c>, <c>%utf16%</c>, <c>%gzip%</c> and <c>%gzipHalf%</c> stand for the answer that would have been sent.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>With status: what the provider's error says, instead of what it would say itself.</summary>
    public FaultMessage? Message { get; init; }

    /// <summary>With altered: what is wrong with the answer, by its name.</summary>
    public string? Change { get; init; }

    /// <summary>timeout and delayedStore: milliseconds the client is held at most; null until it goes away, 0 not at all.</summary>
    public int? HoldMs { get; init; }

    /// <summary>slowDrip: milliseconds from the first byte of the body to the last.</summary>
    public int DripMs { get; init; } = 1000;

    /// <summary>delayedStore: milliseconds until the request is carried out.</summary>
    public int DelayMs { get; init; } = 2000;

    /// <summary>
    /// On how many attempts at the same request (same path, query and body) it is played, one after the other; 0 for all
    /// that come. Null, in a rule: attempts are counted like any other requests.
    /// </summary>
    public int? Repeat { get; init; }

    /// <summary>Whether it is played before the request is carried out.</summary>
    [JsonIgnore]
    internal bool IsBefore =>
        Kind == FaultKind.DelayedStore || (Moment == FaultMoment.Before && Kind is not (FaultKind.LateAnswer or FaultKind.StoredTwice));
}
