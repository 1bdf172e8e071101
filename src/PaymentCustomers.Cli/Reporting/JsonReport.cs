using System.Text.Json;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The report as one JSON object on one line.</summary>
internal static class JsonReport
{
    public static void Write(TextWriter output, ImportResult result)
    {
        var (connection, check, summary, ledger, actions) = result;
        output.WriteLine(JsonSerializer.Serialize(
            new ImportJson
            {
                Provider = connection.Provider,
                Environment = connection.Environment.ToString(),
                DryRun = summary is null,
                Rows = summary?.Rows ?? check.Rows,
                Created = summary?.Created ?? 0,
                Existing = summary?.Existing ?? 0,
                Duplicate = summary?.Duplicate ?? 0,
                Failed = summary?.Failed ?? check.Invalid,
                Unknown = summary?.Unknown ?? 0,
                NotSent = summary?.NotSent ?? 0,
                FromJournal = summary?.FromJournal ?? 0,
                OtherShard = (summary?.OtherShard ?? check.OtherShard) is > 0 and var others ? others : null,
                Valid = summary is null ? check.Valid : null,
                Seconds = summary?.Seconds ?? 0,
                RowsPerSecond = summary?.RowsPerSecond ?? 0,
                Stopped = summary?.Stopped,
                Journal = summary?.JournalPath,
                Rejects = summary?.RejectPath,
                Output = summary?.OutputPath,
                Report = summary?.ReportPath,
                ErrorCounts = ledger?.ErrorCounts.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value) ?? check.Problems.GroupBy(problem => problem.Id).ToDictionary(kind => kind.Key.ToString(), kind => kind.Sum(problem => problem.Count)),
                ErrorsCut = ledger is null ? 0 : ledger.ErrorCounts.Values.Sum() - ledger.Errors.Count,
                Errors = [.. ledger?.Errors.Select(error => new ErrorJson(error.Row, error.Id.ToString(), Report.Message(error))) ?? []],
                Problems = summary is null ? [.. check.Problems.Select(problem => new ProblemJson(problem.Id.ToString(), problem.Message, problem.Count, problem.Rows))] : null,
                Actions = actions.ToDictionary(action => action.Key.ToString(), action => action.Value),
            },
            JsonLines.Json.ImportJson));
    }
}
