using System.Text;

namespace PaymentCustomers.Emulator;

/// <summary>
/// A fault to play on provider requests. A request is counted by every rule it matches; the first rule in the list that
/// strikes has it.
/// </summary>
public sealed record FaultRule
{
    /// <summary>Only this provider; null both.</summary>
    public EmulatedProvider? Provider { get; init; }

    /// <summary>Only this operation; null all.</summary>
    public EmulatedOperation? Operation { get; init; }

    /// <summary>Only requests with this text in their path, query or body: a fault for one customer, however often it is sent.</summary>
    public string? Contains { get; init; }

    /// <summary>Which of the requests that match.</summary>
    public FaultWhich Which { get; init; }

    /// <summary>For nth and everyNth, from 1.</summary>
    public int N { get; init; } = 1;

    /// <summary>For probability, 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>How often at most; null without end.</summary>
    public int? Times { get; init; }

    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Before or after the request is carried out; without meaning for delayedStore. What is truncated or dripped before is
    /// a 503 of the provider: there is no customer yet to tell of.
    /// </summary>
    public FaultMoment Moment { get; init; }

    /// <summary>The status of status (default 503) and html (default 502).</summary>
    public int? Code { get; init; }

    /// <summary>With status and html: the header <c>Retry-After</c>, any text.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>With status, html and garbage: the body, as it is. JSON if it begins like JSON, or with garbage.</summary>
    public string? Body { get; init; }

    /// <summary>timeout and delayedStore: milliseconds the client is held at most; null until it goes away, 0 not at all.</summary>
    public int? HoldMs { get; init; }

    /// <summary>slowDrip: milliseconds from the first byte of the body to the last.</summary>
    public int DripMs { get; init; } = 1000;

    /// <summary>delayedStore: milliseconds until the request is carried out.</summary>
    public int DelayMs { get; init; } = 2000;

    /// <summary>Rules from a JSON array of objects in camelCase, enums as camelCase strings.</summary>
    /// <exception cref="ArgumentException">Not such an array, or a value out of range: the message names it.</exception>
    public static IReadOnlyList<FaultRule> ParseList(string json) => FaultRuleJson.Read(Encoding.UTF8.GetBytes(json));
}

/// <summary>A rule, how many requests it matched and on how many it was played.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">Requests of its provider, operation and text.</param>
/// <param name="Applied">Requests it was played on.</param>
public sealed record FaultStatus(FaultRule Rule, long Matched, long Applied);
