using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Import;

/// <summary>The result of an import, for the reports.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Check">The result of the pre-flight check.</param>
/// <param name="Summary">The summary; null for a dry run.</param>
/// <param name="Ledger">The outcomes of the rows; null for a dry run.</param>
/// <param name="Actions">The recommended action for each kind of error that occurred.</param>
internal sealed record ImportResult(
    PaymentConnection Connection, PaymentImportCheck Check, PaymentImportSummary? Summary, Ledger? Ledger, IReadOnlyDictionary<PaymentErrorId, string> Actions)
{
    /// <summary>One of <see cref="PaymentCustomers.Cli.ExitCode"/>.</summary>
    public int ExitCode => Summary switch
    {
        null => Check.Invalid == 0 ? Cli.ExitCode.Done : Cli.ExitCode.Incomplete,
        { Stopped: not null } => Cli.ExitCode.Stopped,
        { IsComplete: true } => Cli.ExitCode.Done,
        _ => Cli.ExitCode.Incomplete,
    };
}
