using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>A named fault: rules, options, or both. docs/emulator.md lists all of them.</summary>
public sealed record EmulatorFault
{
    private EmulatorFault(string name, string what, string? rules, string? options)
    {
        Name = name;
        What = what;
        RulesText = rules is null or ['[', ..] ? rules : $"[{rules}]";
        Options = options;
        Rules = RulesText is null ? [] : FaultRule.ParseList(RulesText);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>A description of what happens.</summary>
    public string What { get; }

    /// <summary>The rules to set. They affect every request of their operation.</summary>
    public IReadOnlyList<FaultRule> Rules { get; private init; }

    /// <summary>The options to change, as JSON; null for none.</summary>
    public string? Options { get; }

    /// <summary>Whether it can be chosen which attempts store the customer, without changing the responses. See <see cref="With"/>.</summary>
    public bool HasStorage =>
        Rules is [{ Operation: EmulatedOperation.Create, IsSequence: false } rule]
        && rule.Kind is not (FaultKind.DelayedStore or FaultKind.EarlyHints or FaultKind.LateAnswer or FaultKind.StoredTwice);

    /// <summary>The rules as JSON, for an emulator in another process; null for none.</summary>
    public string? RulesText { get; }

    /// <summary>The same fault, with the customer stored never, by the first attempt, or by every attempt.</summary>
    /// <exception cref="InvalidOperationException">The fault has no such choice, see <see cref="HasStorage"/>.</exception>
    public IReadOnlyList<FaultRule> With(FaultStorage storage) =>
        HasStorage ? [Rules[0].With(storage)] : throw new InvalidOperationException($"{Name} does not say what is stored.");

    internal static IReadOnlyList<EmulatorFault> Of(IProviderDefinition provider) =>
    [
        .. from fault in CommonFaults.All.Concat(provider.Changes.Select(OfChange)).Concat(provider.Faults)
           select fault with { Rules = [.. fault.Rules.Select(rule => rule with { Provider = provider.Provider })] },
    ];

    /// <summary>Creates a fault that consists of rules.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">A description of what happens.</param>
    /// <param name="rules">A rule as JSON, or an array of them.</param>
    internal static EmulatorFault Rule(string name, string what, string rules) => new(name, what, rules, options: null);

    /// <summary>Creates a fault that consists of options.</summary>
    internal static EmulatorFault Option(string name, string what, string options) => new(name, what, rules: null, options);

    private static EmulatorFault OfChange(AnswerChange change)
    {
        var operation = change.Operations[0].ToString().ToLowerInvariant();
        return Rule(change.Name, change.What, $$"""{"operation":"{{operation}}","kind":"altered","moment":"after","change":"{{change.Name}}"}""");
    }
}
