using System.Globalization;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>
/// The line on standard error if something needs attention, for runs without a terminal: cron mails it, and mails nothing when every
/// row has its customer.
/// </summary>
internal static class Attention
{
    /// <summary>The line; null if nothing needs attention.</summary>
    public static string? Of(PaymentImportSummary summary)
    {
        if (summary.Stopped is { } reason)
            return $"payment-customers: {summary.Path}: the run stopped, run it again. Reason: {reason}";
        if (summary.IsComplete)
            return null;
        var where = summary.RejectPath is { } rejects ? $" They are in {rejects}." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"payment-customers: {summary.Path}: of {summary.Rows} rows, {summary.Failed} failed and {summary.Unknown} have an unknown outcome.{where}");
    }
}
