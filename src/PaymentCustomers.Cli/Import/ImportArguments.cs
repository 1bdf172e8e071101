using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary>What the command line says of an import.</summary>
/// <param name="Import">What is asked of it.</param>
/// <param name="Provider">Where it goes.</param>
internal sealed record ImportArguments(ImportSettings Import, PaymentProvider Provider)
{
    public bool UsesEmulator { get; init; }

    public Uri? BaseUri { get; init; }

    public PaymentEnvironment? Environment { get; init; }

    /// <summary>Whether the credential comes from standard input.</summary>
    public bool ReadsCredential { get; init; }

    public string? Account { get; init; }

    public string? AppId { get; init; }

    public Uri? Proxy { get; init; }

    public bool WantsJson { get; init; }
}
