using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Connections;

/// <summary>What the command line says of the provider that is asked.</summary>
/// <param name="Provider">The provider.</param>
internal sealed record ConnectionArguments(PaymentProvider Provider)
{
    public PaymentEnvironment? Environment { get; init; }

    public Uri? BaseUri { get; init; }

    /// <summary>Whether the credential comes from standard input.</summary>
    public bool ReadsCredential { get; init; }

    public string? Account { get; init; }

    public string? AppId { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>The longest that one request may take.</summary>
    public TimeSpan Timeout { get; init; }

    public int MaximumRetryCount { get; init; }
}
