namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// The properties of a provider, in parts with one responsibility each. It sends nothing itself and has no state. Adding a
/// provider takes one folder below this one and one line in <c>Connections/PaymentProviders</c>.
/// </summary>
internal sealed class PaymentProvider
{
    /// <summary>The provider's name, as users type it.</summary>
    public required string Name { get; init; }

    /// <summary>What the provider can do.</summary>
    public required ProviderCapabilities Capabilities { get; init; }

    /// <summary>The provider's addresses and authentication.</summary>
    public required ProviderAccess Access { get; init; }

    /// <summary>How customers are written to it and read from it.</summary>
    public required CustomerFormat Format { get; init; }

    /// <summary>How its list of customers is read.</summary>
    public required CustomerListing Listing { get; init; }

    /// <summary>How its error responses are read.</summary>
    public ErrorFormat Errors { get; init; } = new();

    /// <summary>The provider's name.</summary>
    public override string ToString() => Name;
}
