using System.Globalization;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Says at the end what became of the rows, in the form that the reader of standard output can use.</summary>
internal static class Report
{
    public static void Write(CliHost host, ImportSummary summary, bool wantsJson)
    {
        if (wantsJson)
            JsonReport.Write(host.Out, summary);
        else if (host.IsTerminal)
            TerminalReport.Write(host, summary);
        else
            PlainReport.Write(host.Out, summary);
    }

    /// <summary>An error's message without the row, which stands beside it.</summary>
    public static string Message(PaymentError error)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"Row {error.Row}: ");
        return Printable.Line(error.Message.StartsWith(row, StringComparison.Ordinal) ? error.Message[row.Length..] : error.Message);
    }

    /// <summary>What was left out of the list of errors; null if nothing was.</summary>
    public static string? MoreErrors(ImportSummary summary)
    {
        var more = summary.Ledger.ErrorCount - summary.Ledger.Errors.Count;
        return more <= 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"… and {more:N0} more{(summary.RejectsPath is null ? "; --rejects FILE writes them all" : "")}.");
    }

    public static string Pace(ImportSummary summary) => string.Create(
        CultureInfo.InvariantCulture, $"{summary.Ledger.Rows:N0} rows in {summary.Elapsed.TotalSeconds:0.0} s, {summary.RowsPerSecond:N0} rows/s");

    /// <summary>The lines behind the counts: why it stopped, and where the rows are.</summary>
    public static IEnumerable<string> Closing(ImportSummary summary)
    {
        if (summary.Stopped is { } reason)
            yield return $"The run stopped: {reason}";
        if (summary is { RejectsPath: { } rejects, IsComplete: false })
            yield return $"Rows without a customer, to correct and import again: {rejects}";
        if (summary.OutputPath is { } output)
            yield return $"All rows: {output}";
    }
}
