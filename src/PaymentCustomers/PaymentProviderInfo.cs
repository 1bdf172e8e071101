namespace PaymentCustomers;

/// <summary>A provider, its operations and its fields.</summary>
public sealed class PaymentProviderInfo
{
    internal PaymentProviderInfo(string name) => Name = name;

    /// <summary>The provider's name, as <c>-Provider</c> accepts it.</summary>
    public string Name { get; }

    /// <summary>How to give the credential.</summary>
    public required string Credential { get; init; }

    /// <summary>Whether customers can be deleted.</summary>
    public required bool CanRemove { get; init; }

    /// <summary>Whether customers can be changed.</summary>
    public required bool CanChange { get; init; }

    /// <summary>Whether the provider creates no second customer when a create is repeated with the same idempotency key.</summary>
    public required bool HonoursIdempotencyKey { get; init; }

    /// <summary>The filters that the provider applies. The others are applied locally to every customer of the list.</summary>
    public required IReadOnlyList<string> ServerFilters { get; init; }

    /// <summary>The fields that the provider accepts.</summary>
    public required IReadOnlyList<PaymentFieldInfo> Fields { get; init; }

    /// <summary>The address of the production environment.</summary>
    public required Uri ProductionUri { get; init; }

    /// <summary>The address of the test environment; the same as in production if the key selects the environment.</summary>
    public required Uri SandboxUri { get; init; }

    /// <summary>The provider's name.</summary>
    public override string ToString() => Name;
}
