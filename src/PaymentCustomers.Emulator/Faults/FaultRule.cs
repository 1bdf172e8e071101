using System.Text;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>
/// A fault, and the provider requests that it is played on. A request is counted by every rule it matches; the first rule in
/// the list that strikes has it.
/// </summary>
public sealed record FaultRule : Fault
{
    /// <summary>Only this provider; null all.</summary>
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

    /// <summary>How often at most; null without end. What follows by <see cref="Then"/> and <see cref="Fault.Repeat"/> is not counted.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// What is played on the next attempts at the same request, one after the other. With this or
    /// <see cref="Fault.Repeat"/>, a request that has had everything is left alone by the rule from then on.
    /// </summary>
    public IReadOnlyList<Fault> Then { get; init; } = [];

    /// <summary>Whether it goes by the attempts at each request.</summary>
    [JsonIgnore]
    internal bool IsSequence => Repeat is not null || Then.Count > 0;

    /// <summary>The same answer to every attempt, with the customer stored never, by the first attempt only, or by each.</summary>
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

    /// <summary>Rules from a JSON array of objects in camelCase, enums as camelCase strings.</summary>
    /// <exception cref="ArgumentException">Not such an array, or a value out of range: the message names it.</exception>
    public static IReadOnlyList<FaultRule> ParseList(string json) => FaultRuleJson.Read(Encoding.UTF8.GetBytes(json));
}

/// <summary>A rule, how many requests it matched and on how many it was played.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">Requests of its provider, operation and text.</param>
/// <param name="Applied">Requests it was played on.</param>
public sealed record FaultStatus(FaultRule Rule, long Matched, long Applied);
