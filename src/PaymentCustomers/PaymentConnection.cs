using System.Net;

namespace PaymentCustomers;

/// <summary>
/// A provider, an environment, a credential and a base address. It can be printed safely, because no public property
/// holds the credential, and it can be shared between runspaces.
/// </summary>
public sealed class PaymentConnection
{
    internal PaymentConnection(
        string name, string provider, PaymentEnvironment environment, Uri baseUri, string account, Secret clientId, Secret apiKey)
    {
        Name = name;
        Provider = provider;
        Environment = environment;
        BaseUri = baseUri;
        Account = account;
        ClientId = clientId;
        ApiKey = apiKey;
    }

    /// <summary>The connection's name; by default the provider's name.</summary>
    public string Name { get; }

    /// <summary>The provider's name, such as <c>Dots</c>.</summary>
    public string Provider { get; }

    /// <summary>The environment that the credential belongs to.</summary>
    public PaymentEnvironment Environment { get; }

    /// <summary>The address that request paths are appended to. It uses https, or http on the loopback interface.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// Identifies the account in idempotency keys: the account name that was given, or else a fingerprint of the client id
    /// (Dots) or the key (OnePay). Neither can be recovered from the fingerprint.
    /// </summary>
    public string Account { get; }

    /// <summary>The app that an organization's key acts for (Dots).</summary>
    public string? AppId => Options.GetValueOrDefault(nameof(AppId));

    /// <summary>The proxy for requests; null for the system's proxy.</summary>
    public Uri? Proxy { get; internal init; }

    /// <summary>False after the connection was disconnected. Its credential is removed from memory then.</summary>
    public bool IsConnected => !ApiKey.IsForgotten;

    /// <summary>False for a placeholder of a connection that does not exist.</summary>
    internal bool IsStored { get; private init; } = true;

    /// <summary>Options that only some providers have, by parameter name.</summary>
    internal IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    internal ICredentials? ProxyCredential { get; init; }

    /// <summary>The client id; empty for a provider without client ids.</summary>
    internal Secret ClientId { get; }

    internal Secret ApiKey { get; }

    /// <summary>A placeholder for a connection whose name is unknown; the cmdlet that receives it reports the error.</summary>
    internal static PaymentConnection NotStored(string name) =>
        new(name, "", default, new Uri("about:blank"), "", new Secret(""), new Secret("")) { IsStored = false };

    internal void Disconnect()
    {
        ClientId.Forget();
        ApiKey.Forget();
    }

    /// <summary>Name, provider and environment.</summary>
    public override string ToString() => $"{Name} ({Provider}, {Environment})";
}
