using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Import;

/// <summary>What an import came to, for the reports.</summary>
/// <param name="Connection">Where it went.</param>
/// <param name="Check">What was known of the file before.</param>
/// <param name="Summary">What became of it; null for a dry run.</param>
/// <param name="Ledger">What became of its rows; null for a dry run.</param>
/// <param name="Actions">What to do about each kind of error there was.</param>
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
