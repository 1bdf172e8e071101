namespace PaymentCustomers.Engine.Providers;

/// <summary>What a provider can do. Each property means exactly one thing: a provider that honours keys need not be searchable by key.</summary>
internal sealed record ProviderCapabilities
{
    /// <summary>Whether customers can be deleted.</summary>
    public bool CanDelete { get; init; }

    /// <summary>Whether customers can be changed.</summary>
    public bool CanUpdate { get; init; }

    /// <summary>Whether repeating a create with the same key creates no second customer.</summary>
    public bool HonoursKey { get; init; }

    /// <summary>How long the provider remembers a key at least; null if it does not say that keys expire.</summary>
    public TimeSpan? KeyLifetime { get; init; }

    /// <summary>Whether the key of a create can be read from the customer in the list.</summary>
    public bool ShowsKey { get; init; }

    /// <summary>The fields by which the server can filter the list.</summary>
    public IReadOnlyList<CustomerField> ServerFilters { get; init; } = [];

    /// <summary>Whether a customer can be found by document without reading the whole list.</summary>
    public bool FindsByDocument => ServerFilters.Contains(CustomerField.DocumentNumber);
}
