using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Decides which request suffers which fault. Counts under one lock; without rules there is none to take.</summary>
internal sealed class FaultPlan(LiveOptions options)
{
    private readonly Lock _gate = new();
    private volatile Entry[] _entries = Entries(options.Current.Faults);

    public void Replace(IReadOnlyList<FaultRule> rules)
    {
        FaultRuleJson.Check(rules);
        _entries = Entries(rules);
    }

    public IReadOnlyList<FaultStatus> Status()
    {
        lock (_gate)
            return [.. _entries.Select(entry => new FaultStatus(entry.Rule, entry.Matched, entry.Applied))];
    }

    /// <summary>The fault to play, if any. A rule counts every request it matches, also those another rule takes.</summary>
    public FaultRule? Choose(EmulatedProvider provider, ProviderRequest request)
    {
        var entries = _entries;
        if (entries.Length == 0)
            return null;
        lock (_gate)
        {
            Entry? chosen = null;
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = entries[i];
                if (!Matches(entry.Rule, provider, request))
                    continue;
                entry.Matched++;
                if (chosen is null && Strikes(entry.Rule, i, entry.Matched) && !(entry.Applied >= entry.Rule.Times))
                    chosen = entry;
            }

            if (chosen is not null)
                chosen.Applied++;
            return chosen?.Rule;
        }
    }

    private static Entry[] Entries(IReadOnlyList<FaultRule> rules) => [.. rules.Select(rule => new Entry(rule))];

    private static bool Matches(FaultRule rule, EmulatedProvider provider, ProviderRequest request) =>
        (rule.Provider is null || rule.Provider == provider)
        && (rule.Operation is null || rule.Operation == request.Route.Operation)
        && (rule.Contains is null || request.ContainsText(rule.Contains));

    private bool Strikes(FaultRule rule, int index, long ordinal) => rule.Which switch
    {
        FaultWhich.Nth => ordinal == rule.N,
        FaultWhich.EveryNth => ordinal % rule.N == 0,
        _ => new SeedRandom(options.Current.Seed + index, ordinal).Fraction() < rule.Probability,
    };

    private sealed class Entry(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;

        public long Matched { get; set; }

        public long Applied { get; set; }
    }
}
