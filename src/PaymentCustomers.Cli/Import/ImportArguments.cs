using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Import;

/// <summary>What the command line says of an import.</summary>
/// <param name="Import">What is asked of it.</param>
/// <param name="Connection">Where it goes.</param>
internal sealed record ImportArguments(ImportSettings Import, ConnectionArguments Connection)
{
    public bool UsesEmulator { get; init; }

    public bool WantsJson { get; init; }
}
