using System.Net;

namespace PaymentCustomers;

/// <summary>
/// A provider, an environment, a credential and a base address. Safe to print: the credential is in no public
/// property. Safe to share between runspaces.
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

    /// <summary>The name it was given, or the provider's.</summary>
    public string Name { get; }

    /// <summary>The provider's name, such as <c>Dots</c>.</summary>
    public string Provider { get; }

    /// <summary>The environment that the credential belongs to.</summary>
    public PaymentEnvironment Environment { get; }

    /// <summary>The address that request paths are added to; https, or http to this machine.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// What tells this account from another in idempotency keys: the name given, or a fingerprint of the
    /// client id (Dots) or key (OnePay) that says nothing about either.
    /// </summary>
    public string Account { get; }

    /// <summary>The app that an organization's key acts for (Dots).</summary>
    public string? AppId => Options.GetValueOrDefault(nameof(AppId));

    /// <summary>The proxy that requests go through, if one was named.</summary>
    public Uri? Proxy { get; internal init; }

    /// <summary>False once the connection was disconnected; its credential is forgotten then.</summary>
    public bool IsConnected => !ApiKey.IsForgotten;

    /// <summary>False for what stands for a connection that there is not.</summary>
    internal bool IsStored { get; private init; } = true;

    /// <summary>The options that only some providers have, by the names of their parameters.</summary>
    internal IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    internal ICredentials? ProxyCredential { get; init; }

    /// <summary>Empty for a provider that has no client ids.</summary>
    internal Secret ClientId { get; }

    internal Secret ApiKey { get; }

    /// <summary>Stands for a connection of a name that nobody knows, until somebody says so.</summary>
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
