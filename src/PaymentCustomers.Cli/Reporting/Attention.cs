using System.Globalization;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>
/// The one line on standard error when something needs a person, where nobody looks at standard output: cron sends it by
/// mail, and sends nothing when every row has its customer.
/// </summary>
internal static class Attention
{
    /// <summary>The line; null if nothing needs a person.</summary>
    public static string? Of(ImportSettings settings, ImportSummary summary)
    {
        if (summary.Stopped is { } reason)
            return $"payment-customers: {settings.File}: stopped, run it again: {reason}";
        if (summary.IsComplete)
            return null;
        var counts = summary.Ledger.Counts;
        var where = summary.RejectsPath is { } rejects ? $" They are in {rejects}." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"payment-customers: {settings.File}: of {summary.Ledger.Rows} rows, {counts[CustomerOutcome.Failed]} failed and {counts[CustomerOutcome.Unknown]} are unknown.{where}");
    }
}
