namespace PaymentCustomers.Engine.Providers;

/// <summary>A credential as it was given. Shows itself in no text.</summary>
/// <param name="clientId">The client id, for a provider that has them; else null.</param>
/// <param name="apiKey">The secret key.</param>
internal sealed class ProviderCredential(string? clientId, string apiKey)
{
    /// <summary>The client id, or null.</summary>
    public string? ClientId { get; } = clientId;

    /// <summary>The secret key.</summary>
    public string ApiKey { get; } = apiKey;

    /// <summary>Nothing of the credential.</summary>
    public override string ToString() => "***";
}
