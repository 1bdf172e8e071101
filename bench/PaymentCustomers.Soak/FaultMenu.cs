using PaymentCustomers.Emulator;

namespace PaymentCustomers.Soak;

/// <summary>The faults of a cell.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Title">The title in the table.</param>
/// <param name="Rules">The fault rules.</param>
internal sealed record FaultCase(string Name, string Title, IReadOnlyList<FaultRule> Rules)
{
    /// <summary>A named fault that is played in addition to the rules; null for none.</summary>
    public EmulatorFault? Played { get; init; }

    /// <summary>
    /// Whether the faults end before the run is started again for open rows. Needed for faults that return false data which no client can
    /// detect while they last.
    /// </summary>
    public bool Ends { get; init; }
}

/// <summary>The faults of the soak.</summary>
internal static class FaultMenu
{
    private const double ListShare = 0.01;

    private const int LateMs = 2000;

    // This text is in the e-mail address of one row in a hundred.
    private const string NeverAnswered = "13@";

    /// <summary>Single kinds of faults in detail, followed by all other faults of the emulator.</summary>
    public static IReadOnlyList<FaultCase> For(string provider, SoakOptions options) =>
    [
        .. Own(options).Select(fault => new FaultCase(fault.Name, fault.Title, Rules(fault.Rule, provider, options))),
        .. CatalogMenu.For(provider, options),
    ];

    private static IEnumerable<(string Name, string Title, FaultRule? Rule)> Own(SoakOptions options) =>
    [
        ("none", "no fault", null),
        ("status500", "500", Status(500)),
        ("status500After", "500 after", Status(500) with { Moment = FaultMoment.After }),
        ("status503", "503, wait 1 s", Status(503) with { RetryAfter = "1" }),
        ("status429", "429, wait 1 s", Status(429) with { RetryAfter = "1" }),
        ("status408", "408", Status(408)),
        ("resetBefore", "reset before", new FaultRule { Kind = FaultKind.Reset }),
        ("resetAfter", "reset after", After(FaultKind.Reset)),
        ("timeoutBefore", "timeout before", new FaultRule { Kind = FaultKind.Timeout }),
        ("timeoutAfter", "timeout after", After(FaultKind.Timeout)),
        ("truncatedAfter", "truncated after", After(FaultKind.Truncated)),
        ("garbageAfter", "garbage after", After(FaultKind.Garbage)),
        ("htmlAfter", "html 502 after", After(FaultKind.Html)),
        ("slowDrip", "slow drip after", After(FaultKind.SlowDrip) with { DripMs = (int)options.Timeout.TotalMilliseconds / 2 }),
        // Certain customers are never answered, so that their retries are used up. Their result is unknown until a later run looks them up.
        ("neverAfter", "reset after, always", After(FaultKind.Reset) with { Contains = NeverAnswered }),
        // Measured from the arrival of the request: two seconds after the client's timeout.
        ("delayedStore", "stored 2 s late", new FaultRule
        {
            Kind = FaultKind.DelayedStore, DelayMs = (int)options.Timeout.TotalMilliseconds + LateMs,
        }),
        // Longer than a run waits. The run stops and is started again.
        ("longWait", "503, wait 5 min", Status(503) with { RetryAfter = "300", Times = 3 }),
        ("longWaitAfter", "503 after, 5 min", Status(503) with { RetryAfter = "300", Times = 3, Moment = FaultMoment.After }),
        // The provider is not available for some time. The run stops after twenty failed rows.
        ("outage", "outage", Status(503) with { Which = FaultWhich.EveryNth, Times = 400 }),
    ];

    private static IReadOnlyList<FaultRule> Rules(FaultRule? fault, string provider, SoakOptions options)
    {
        if (fault is null)
            return [];
        var rule = fault with { Provider = Emulated(provider), Operation = EmulatedOperation.Create };
        if (rule is { N: 1, Which: FaultWhich.EveryNth, Times: null or 3, Contains: null })
            rule = rule with { Which = FaultWhich.Probability, Probability = options.Share };
        return provider == "Dots" ? [rule, ListFault()] : [rule];
    }

    /// <summary>A mixture of all faults with the given total share, for runs that are interrupted.</summary>
    public static IReadOnlyList<FaultRule> Mixed(string provider, SoakOptions options) =>
    [
        .. new[]
        {
            Mix(Status(500), 0.2),
            Mix(Status(429) with { RetryAfter = "1" }, 0.04),
            Mix(new FaultRule { Kind = FaultKind.Reset }, 0.2),
            Mix(After(FaultKind.Reset), 0.2),
            Mix(After(FaultKind.Timeout), 0.1),
            Mix(After(FaultKind.Truncated), 0.1),
            Mix(After(FaultKind.Garbage), 0.1),
            Mix(After(FaultKind.Html), 0.1),
            Mix(new FaultRule { Kind = FaultKind.DelayedStore, DelayMs = LateMs }, 0.1),
        }.Select(rule => rule with
        {
            Provider = Emulated(provider), Operation = EmulatedOperation.Create, Probability = rule.Probability * options.Share,
        }),
        ListFault(),
    ];

    private static FaultRule ListFault() =>
        Mix(Status(503) with { Operation = EmulatedOperation.List }, ListShare);

    private static FaultRule Mix(FaultRule rule, double share) =>
        rule with { Which = FaultWhich.Probability, Probability = share };

    private static FaultRule Status(int code) => new() { Kind = FaultKind.Status, Code = code };

    private static FaultRule After(FaultKind kind) => new() { Kind = kind, Moment = FaultMoment.After };

    private static EmulatedProvider Emulated(string provider) => EmulatedProvider.Parse(provider);
}
