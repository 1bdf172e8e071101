namespace PaymentCustomers;

/// <summary>A provider: what it can do and which fields it takes.</summary>
public sealed class PaymentProviderInfo
{
    internal PaymentProviderInfo(string name) => Name = name;

    /// <summary>The provider's name, as <c>-Provider</c> takes it.</summary>
    public string Name { get; }

    /// <summary>How to give the credential.</summary>
    public required string Credential { get; init; }

    /// <summary>Whether customers can be deleted.</summary>
    public required bool CanRemove { get; init; }

    /// <summary>Whether customers can be changed.</summary>
    public required bool CanChange { get; init; }

    /// <summary>Whether the provider itself makes a repeated create with the same key harmless.</summary>
    public required bool HonoursIdempotencyKey { get; init; }

    /// <summary>The filters that the server itself applies; the others are applied here, to every customer of the list.</summary>
    public required IReadOnlyList<string> ServerFilters { get; init; }

    /// <summary>The fields that the provider takes.</summary>
    public required IReadOnlyList<PaymentFieldInfo> Fields { get; init; }

    /// <summary>The address of the production environment.</summary>
    public required Uri ProductionUri { get; init; }

    /// <summary>The address of the test environment; the same where the key decides.</summary>
    public required Uri SandboxUri { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
