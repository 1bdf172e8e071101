namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// What tells one provider from another, in parts that do one job each. It sends nothing itself and keeps no state. A
/// provider is one folder below this one, and one line in <c>Connections/PaymentProviders</c>.
/// </summary>
internal sealed class PaymentProvider
{
    /// <summary>The provider's name, as people type it.</summary>
    public required string Name { get; init; }

    /// <summary>What it can do.</summary>
    public required ProviderCapabilities Capabilities { get; init; }

    /// <summary>Where it is, and how it is told who asks.</summary>
    public required ProviderAccess Access { get; init; }

    /// <summary>How a customer is written to it, and read from it.</summary>
    public required CustomerFormat Format { get; init; }

    /// <summary>How its list of customers is read, page by page.</summary>
    public required CustomerListing Listing { get; init; }

    /// <summary>What its refusals mean.</summary>
    public ErrorFormat Errors { get; init; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
