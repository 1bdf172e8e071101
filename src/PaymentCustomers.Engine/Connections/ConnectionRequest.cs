using System.Net;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>What a user specifies to open a connection. Omitted values are looked up or get their default.</summary>
/// <param name="Provider">The provider's name, in any case.</param>
internal sealed record ConnectionRequest(string Provider)
{
    /// <summary>The credential; null to read it from the environment variables.</summary>
    public ProviderCredential? Credential { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The environment; null for the provider's default.</summary>
    public PaymentEnvironment? Environment { get; init; }

    /// <summary>A base address that replaces the provider's. If it has no path, the provider's path is appended.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The connection's name; null for the provider's name.</summary>
    public string? Name { get; init; }

    /// <summary>A name for the account, so that idempotency keys stay the same when the secret changes.</summary>
    public string? Account { get; init; }

    /// <summary>The provider's own options, by parameter name. Blank values count as not given.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    /// <summary>The proxy for requests; null for the system's proxy.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The proxy's credential.</summary>
    public ICredentials? ProxyCredential { get; init; }
}
