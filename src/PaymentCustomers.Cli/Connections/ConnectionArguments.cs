using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Connections;

/// <summary>The command line arguments about the provider and its connection.</summary>
/// <param name="Provider">The provider.</param>
internal sealed record ConnectionArguments(PaymentProvider Provider)
{
    public PaymentEnvironment? Environment { get; init; }

    public Uri? BaseUri { get; init; }

    /// <summary>Whether the credential is read from standard input.</summary>
    public bool ReadsCredential { get; init; }

    public string? Account { get; init; }

    public string? AppId { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>The timeout of one request.</summary>
    public TimeSpan Timeout { get; init; }

    public int MaximumRetryCount { get; init; }
}
