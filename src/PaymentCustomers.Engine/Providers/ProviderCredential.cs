namespace PaymentCustomers.Engine.Providers;

/// <summary>A credential as the user gave it. It is never shown as text.</summary>
/// <param name="clientId">The client id; null for a provider without client ids.</param>
/// <param name="apiKey">The secret key.</param>
internal sealed class ProviderCredential(string? clientId, string apiKey)
{
    /// <summary>The client id; null if there is none.</summary>
    public string? ClientId { get; } = clientId;

    /// <summary>The secret key.</summary>
    public string ApiKey { get; } = apiKey;

    /// <summary>A placeholder without any part of the credential.</summary>
    public override string ToString() => "***";
}
