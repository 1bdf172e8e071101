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
                Created = ledger.Count(RowOutcome.Created),
                Existing = ledger.Count(RowOutcome.Existing),
                Duplicate = ledger.Count(RowOutcome.Duplicate),
                Failed = ledger.Count(RowOutcome.Failed),
                Unknown = ledger.Count(RowOutcome.Unknown),
                NotSent = ledger.Count(RowOutcome.NotSent),
                Valid = summary.IsDryRun ? ledger.Count(RowOutcome.Valid) : null,
                Seconds = Math.Round(summary.Elapsed.TotalSeconds, 3),
                RowsPerSecond = Math.Round(summary.RowsPerSecond, 1),
                Stopped = summary.Stopped,
                Rejects = summary.RejectsPath,
                Output = summary.OutputPath,
                Errors = [.. ledger.Errors.Select(error => new ErrorJson(error.Row, error.Id.ToString(), Report.Message(error)))],
                Actions = ledger.Actions.ToDictionary(action => action.Key.ToString(), action => action.Value),
            },
            Json.ImportJson));
    }
}
