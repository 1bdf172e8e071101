using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>An emulated provider. The folder of each provider adds a property for it; <see cref="All"/> lists all of them.</summary>
[JsonConverter(typeof(EmulatedProviderConverter))]
public sealed partial class EmulatedProvider
{
    internal EmulatedProvider(string name) => Name = name;

    /// <summary>Every provider, in the order of the list.</summary>
    public static IReadOnlyList<EmulatedProvider> All => [.. ProviderList.All.Select(definition => definition.Provider)];

    /// <summary>The name in lower case, as used in JSON and as the first part of the provider's paths.</summary>
    public string Name { get; }

    /// <summary>All faults that this provider can have, by name. Tests and the soak test use this list.</summary>
    public IReadOnlyList<EmulatorFault> Faults => EmulatorFault.Of(ProviderList.All.First(definition => definition.Provider == this));

    /// <summary>The faults with a name, one for each provider that has it.</summary>
    /// <exception cref="ArgumentException">No provider has a fault with that name. The message lists the existing names.</exception>
    public static IReadOnlyList<EmulatorFault> FaultsOf(string name)
    {
        var all = All.SelectMany(provider => provider.Faults).ToList();
        var named = all.Where(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0
            ? named
            : throw new ArgumentException($"'{name}' is not a fault. Use one of: {string.Join(", ", all.Select(fault => fault.Name).Distinct())}.");
    }

    /// <summary>The provider with a name, in any case.</summary>
    /// <exception cref="ArgumentException">No provider has that name. The message lists the existing names.</exception>
    public static EmulatedProvider Parse(string? name) =>
        TryParse(name, out var provider)
            ? provider
            : throw new ArgumentException($"provider must be {string.Join(" or ", All.Select(known => known.Name))}.");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static bool TryParse(string? name, [NotNullWhen(true)] out EmulatedProvider? provider) =>
        (provider = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;
}

/// <summary>The operation that a request asks for.</summary>
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

    /// <summary>An unknown path or method, which no provider documents.</summary>
    Other,
}
