using System.Text;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>What the command line says of an import.</summary>
internal sealed record ImportSettings(string File, PaymentProvider Provider)
{
    public bool UsesEmulator { get; init; }

    public Uri? BaseUri { get; init; }

    public PaymentEnvironment? Environment { get; init; }

    /// <summary>Whether the credential comes from standard input.</summary>
    public bool ReadsCredential { get; init; }

    public string? Account { get; init; }

    public string? AppId { get; init; }

    public Uri? Proxy { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public RunOptions Run { get; init; } = new();

    /// <summary>Where the run is recorded, so that it can be stopped and run again; null for nowhere.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Null to find it by the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Of a file without byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    public bool IgnoresUnsupported { get; init; }

    public PhoneCheck PhoneCheck { get; init; }

    /// <summary>In which form dates are written, where that is not ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Whether an incomplete address is left out instead of refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>The calling code or country of all rows; null to leave it to each.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Decides for all rows; null to leave it to each.</summary>
    public bool? EnableNotifications { get; init; }

    public bool IsDryRun { get; init; }

    public string? RejectsPath { get; init; }

    public string? OutputPath { get; init; }

    public bool WantsJson { get; init; }
}
