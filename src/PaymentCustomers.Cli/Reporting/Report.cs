using System.Globalization;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Writes the result of the rows at the end, in the form that suits standard output.</summary>
internal static class Report
{
    public static void Write(CliHost host, ImportResult result, bool wantsJson)
    {
        if (wantsJson)
            JsonReport.Write(host.Out, result);
        else if (result.Summary is not { } summary)
            WriteCheck(host, result.Check);
        else if (host.IsTerminal)
            TerminalReport.Write(host, summary, result);
        else
            PlainReport.Write(host.Out, summary, result);
    }

    /// <summary>An error's message without its row number, which is shown next to it.</summary>
    public static string Message(PaymentError error)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"Row {error.Row}: ");
        return Printable.Line(error.Message.StartsWith(row, StringComparison.Ordinal) ? error.Message[row.Length..] : error.Message);
    }

    /// <summary>The number of errors that are not in the list, by kind.</summary>
    public static IEnumerable<string> MoreErrors(ImportResult result) =>
        from more in result.Ledger!.MoreErrors
        select string.Create(CultureInfo.InvariantCulture, $"… and {more.Rows:N0} more with {more.Id}{(result.Summary!.RejectPath is { } path ? $", all in {path}" : "")}.");

    /// <summary>The outcomes, in the order in which they are shown.</summary>
    public static IEnumerable<(string Name, long Rows)> Counts(PaymentImportSummary summary) =>
    [
        ("Created", summary.Created), ("Existing", summary.Existing), ("Duplicate", summary.Duplicate),
        ("Failed", summary.Failed), ("Unknown", summary.Unknown), ("Not sent", summary.NotSent),
        .. OtherShards(summary.OtherShard),
    ];

    /// <summary>The number of rows of other shards, if there are any.</summary>
    public static (string Name, long Rows)[] OtherShards(long rows) => rows == 0 ? [] : [("Other shards", rows)];

    public static string Pace(PaymentImportSummary summary) => string.Create(
        CultureInfo.InvariantCulture, $"{summary.Rows:N0} rows in {summary.Seconds:0.0} s, {summary.RowsPerSecond:N0} rows/s");

    /// <summary>The lines after the counts: why the run stopped, and the output files.</summary>
    public static IEnumerable<string> Closing(PaymentImportSummary summary)
    {
        if (summary.Stopped is { } reason)
            yield return $"The run stopped: {reason}";
        else if (summary.Rows < summary.FileRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"Only the first {summary.Rows:N0} of {summary.FileRows:N0} rows were imported. The same command without --first continues after them.");
        if (summary.RejectPath is { } rejects)
            yield return $"Rows without a customer, to correct and import again: {rejects}";
        if (summary.OutputPath is { } output)
            yield return $"Rows with a customer: {output}";
        if (summary.ReportPath is { } report)
            yield return $"Report: {report}";
        if (!summary.IsComplete && summary.JournalPath is not null)
            yield return $"Journal, to continue the run: {summary.JournalPath}";
    }

    private static void WriteCheck(CliHost host, PaymentImportCheck check)
    {
        foreach (var line in CheckReport.Lines(check))
            host.Out.WriteLine(Printable.Line(line));
    }
}
