using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The report as one JSON object on one line.</summary>
internal static class JsonReport
{
    // Accents as they are; the line goes into logs and pipes, not into a page.
    private static readonly CliJson Json = new(new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(TextWriter output, ImportSummary summary)
    {
        var ledger = summary.Ledger;
        output.WriteLine(JsonSerializer.Serialize(
            new ImportJson
            {
                Provider = summary.Connection.Provider,
                Environment = summary.Connection.Environment.ToString(),
                DryRun = summary.IsDryRun,
                Rows = ledger.Rows,
                Created = ledger.Counts[CustomerOutcome.Created],
                Existing = ledger.Counts[CustomerOutcome.Existing],
                Duplicate = ledger.Counts[CustomerOutcome.Duplicate],
                Failed = ledger.Counts[CustomerOutcome.Failed],
                Unknown = ledger.Counts[CustomerOutcome.Unknown],
                NotSent = ledger.Counts[CustomerOutcome.NotSent],
                FromJournal = ledger.Counts.FromJournal,
                OtherShard = ledger.Counts[CustomerOutcome.OtherShard] is > 0 and var others ? others : null,
                Valid = summary.IsDryRun ? ledger.Valid : null,
                Seconds = Math.Round(summary.Elapsed.TotalSeconds, 3),
                RowsPerSecond = Math.Round(summary.RowsPerSecond, 1),
                Stopped = summary.Stopped,
                Rejects = summary.RejectsPath,
                Output = summary.OutputPath,
                ErrorCounts = ledger.ErrorCounts.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value),
                ErrorsCut = ledger.ErrorCounts.Values.Sum() - ledger.Errors.Count,
                Errors = [.. ledger.Errors.Select(error => new ErrorJson(error.Row, error.Id.ToString(), Report.Message(error)))],
                Actions = ledger.Actions.ToDictionary(action => action.Key.ToString(), action => action.Value),
            },
            Json.ImportJson));
    }
}
