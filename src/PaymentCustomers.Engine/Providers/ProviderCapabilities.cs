namespace PaymentCustomers.Engine.Providers;

/// <summary>What a provider can do. Each says one thing: that a key is honoured does not mean that it can be searched for.</summary>
internal sealed record ProviderCapabilities
{
    /// <summary>Whether customers can be deleted.</summary>
    public bool CanDelete { get; init; }

    /// <summary>Whether customers can be changed.</summary>
    public bool CanUpdate { get; init; }

    /// <summary>Whether a repeated create with the same key makes no second customer.</summary>
    public bool HonoursKey { get; init; }

    /// <summary>How long the provider surely remembers a key; null if it does not say that it forgets any.</summary>
    public TimeSpan? KeyLifetime { get; init; }

    /// <summary>Whether the key of a create can be read back from the customer in the list.</summary>
    public bool ShowsKey { get; init; }

    /// <summary>The fields that the list can be filtered by on the server.</summary>
    public IReadOnlyList<CustomerField> ServerFilters { get; init; } = [];

    /// <summary>Whether a customer can be looked up by document without reading the whole list.</summary>
    public bool FindsByDocument => ServerFilters.Contains(CustomerField.DocumentNumber);
}
