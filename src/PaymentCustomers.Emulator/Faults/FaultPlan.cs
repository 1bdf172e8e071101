using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Selects the fault for each request. Requests are counted under one lock; without rules no lock is taken.</summary>
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

    /// <summary>The fault to play; null for none. Every rule counts all requests that it matches, even those for which another rule is played.</summary>
    public Fault? Choose(IProviderApi api, ProviderRequest request)
    {
        var entries = _entries;
        if (entries.Length == 0)
            return null;
        var identity = Array.Exists(entries, entry => entry.Rule.IsSequence) ? request.Identity() : "";
        lock (_gate)
        {
            Entry? chosen = null;
            Fault? fault = null;
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = entries[i];
                if (!Matches(entry.Rule, api, request))
                    continue;
                entry.Matched++;
                if (fault is not null)
                    continue;
                fault = entry.Rule.IsSequence && entry.Started.TryGetValue(identity, out var sequence)
                    ? sequence.Next()
                    : Start(entry, i, identity);
                chosen = entry;
            }

            if (fault is not null)
                chosen!.Applied++;
            return fault;
        }
    }

    private static Entry[] Entries(IReadOnlyList<FaultRule> rules) => [.. rules.Select(rule => new Entry(rule))];

    private static bool Matches(FaultRule rule, IProviderApi api, ProviderRequest request) =>
        (rule.Provider is null || rule.Provider == api.Definition.Provider)
        && (rule.Operation is null || rule.Operation == request.Route.Operation)
        && (rule.Contains is null || request.ContainsText(rule.Contains))
        && (rule.Kind != FaultKind.Altered || AnswerChange.Find(api.Definition, rule.Change, request.Route.Operation) is not null);

    private FaultRule? Start(Entry entry, int index, string identity)
    {
        if (!Strikes(entry.Rule, index, entry.Matched) || entry.Struck >= entry.Rule.Times)
            return null;
        entry.Struck++;
        if (entry.Rule.IsSequence)
            entry.Started.Add(identity, new FaultSequence(entry.Rule));
        return entry.Rule;
    }

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

        /// <summary>How often the rule's own fault was played.</summary>
        public long Struck { get; set; }

        /// <summary>How often the rule's fault or a following one was played.</summary>
        public long Applied { get; set; }

        /// <summary>The position of each request in the rule's sequence.</summary>
        public Dictionary<string, FaultSequence> Started { get; } = new(StringComparer.Ordinal);
    }
}
