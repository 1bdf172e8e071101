using System.Net;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>What a person says to open a connection; what is left out is found or defaulted.</summary>
/// <param name="Provider">The provider's name in any case.</param>
internal sealed record ConnectionRequest(string Provider)
{
    /// <summary>The credential; null to take it from the environment's variables.</summary>
    public ProviderCredential? Credential { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The environment; null for the provider's default.</summary>
    public PaymentEnvironment? Environment { get; init; }

    /// <summary>Another base address than the provider's. Without a path, the provider's own path is added.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>A name for the connection; null for the provider's.</summary>
    public string? Name { get; init; }

    /// <summary>A name for the account, so that keys stay the same when the secret is changed.</summary>
    public string? Account { get; init; }

    /// <summary>The provider's own options, by the names of their parameters; a blank one is not given.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    /// <summary>The proxy to go through; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The proxy's credential.</summary>
    public ICredentials? ProxyCredential { get; init; }
}
