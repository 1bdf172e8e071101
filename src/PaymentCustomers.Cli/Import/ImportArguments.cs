using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Import;

/// <summary>The command line arguments of an import.</summary>
/// <param name="Import">The settings of the import.</param>
/// <param name="Connection">The connection to use.</param>
internal sealed record ImportArguments(ImportSettings Import, ConnectionArguments Connection)
{
    public bool UsesEmulator { get; init; }

    public bool WantsJson { get; init; }
}
