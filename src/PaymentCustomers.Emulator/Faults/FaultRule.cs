using System.Text;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>
/// A fault and the provider requests that it affects. Every rule counts all requests that it matches; if several rules apply to a
/// request, the first one in the list is played.
/// </summary>
public sealed record FaultRule : Fault
{
    /// <summary>Only requests to this provider; null for all.</summary>
    public EmulatedProvider? Provider { get; init; }

    /// <summary>Only requests with this operation; null for all.</summary>
    public EmulatedOperation? Operation { get; init; }

    /// <summary>Only requests with this text in their path, query or body, for example all attempts for one customer.</summary>
    public string? Contains { get; init; }

    /// <summary>Which of the matching requests.</summary>
    public FaultWhich Which { get; init; }

    /// <summary>For nth and everyNth: the number, from 1.</summary>
    public int N { get; init; } = 1;

    /// <summary>For probability: a number from 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>The maximum number of times; null for no limit. Faults that follow by <see cref="Then"/> and <see cref="Fault.Repeat"/> are not counted.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// The faults for the next attempts at the same request, in order. With this or <see cref="Fault.Repeat"/>, the rule no longer affects a
    /// request whose sequence is complete.
    /// </summary>
    public IReadOnlyList<Fault> Then { get; init; } = [];

    /// <summary>Whether the rule counts the attempts at each request.</summary>
    [JsonIgnore]
    internal bool IsSequence => Repeat is not null || Then.Count > 0;

    /// <summary>The same responses to all attempts, with the customer stored never, by the first attempt only, or by each.</summary>
    public FaultRule With(FaultStorage storage) => storage switch
    {
        FaultStorage.Never => this with { Moment = FaultMoment.Before },
        FaultStorage.Once => this with
        {
            Moment = FaultMoment.After,
            Repeat = 1,
            Then = [this with { Moment = FaultMoment.Before, Repeat = 0, Then = [] }],
        },
        _ => this with { Moment = FaultMoment.After },
    };

    /// <summary>Parses rules from a JSON array of objects in camelCase, with enums as camelCase strings.</summary>
    /// <exception cref="ArgumentException">The text is not such an array, or a value is out of range. The message names it.</exception>
    public static IReadOnlyList<FaultRule> ParseList(string json) => FaultRuleJson.Read(Encoding.UTF8.GetBytes(json));
}

/// <summary>A rule with its counts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">The number of requests with its provider, operation and text.</param>
/// <param name="Applied">The number of requests on which it was played.</param>
public sealed record FaultStatus(FaultRule Rule, long Matched, long Applied);
