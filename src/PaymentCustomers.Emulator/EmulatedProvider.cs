using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>A provider that is emulated. Each folder of a provider adds its own; <see cref="All"/> has them all.</summary>
[JsonConverter(typeof(EmulatedProviderConverter))]
public sealed partial class EmulatedProvider
{
    internal EmulatedProvider(string name) => Name = name;

    /// <summary>Every provider, in the order of the list.</summary>
    public static IReadOnlyList<EmulatedProvider> All => [.. ProviderList.All.Select(definition => definition.Provider)];

    /// <summary>In lower case: its name in JSON, and the first part of every path of it.</summary>
    public string Name { get; }

    /// <summary>Every fault that this provider can have, by name: what tests and the soak go through.</summary>
    public IReadOnlyList<EmulatorFault> Faults => EmulatorFault.Of(ProviderList.All.First(definition => definition.Provider == this));

    /// <summary>The faults of a name, of every provider that has one of it.</summary>
    /// <exception cref="ArgumentException">No provider has a fault of that name: the message names those there are.</exception>
    public static IReadOnlyList<EmulatorFault> FaultsOf(string name)
    {
        var all = All.SelectMany(provider => provider.Faults).ToList();
        var named = all.Where(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0
            ? named
            : throw new ArgumentException($"'{name}' is not a fault. Use one of: {string.Join(", ", all.Select(fault => fault.Name).Distinct())}.");
    }

    /// <summary>The provider of a name, whatever its case.</summary>
    /// <exception cref="ArgumentException">There is none of that name: the message names those there are.</exception>
    public static EmulatedProvider Parse(string? name) =>
        TryParse(name, out var provider)
            ? provider
            : throw new ArgumentException($"provider must be {string.Join(" or ", All.Select(known => known.Name))}.");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static bool TryParse(string? name, [NotNullWhen(true)] out EmulatedProvider? provider) =>
        (provider = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;
}

/// <summary>What a request asks for.</summary>
public enum EmulatedOperation
{
    /// <summary>Create a customer.</summary>
    Create,

    /// <summary>One customer by id.</summary>
    Retrieve,

    /// <summary>A page of customers.</summary>
    List,

    /// <summary>Change a customer (Stripe).</summary>
    Update,

    /// <summary>Delete a customer (OnePay, Stripe).</summary>
    Delete,

    /// <summary>Nothing a provider documents: an unknown path or method.</summary>
    Other,
}
