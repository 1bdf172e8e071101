using System.Globalization;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The contents of a journal file as text: a line for each run and each row, followed by the counts.</summary>
internal static class FileJournalReport
{
    private const int NameWidth = 18;
    private const int RowWidth = 7;
    private const int StateWidth = 9;

    public static void Write(TextWriter output, JournalContents contents)
    {
        foreach (var (run, i) in contents.Runs.Select((run, i) => (run, i)))
            output.WriteLine(Run(run, i + 1));
        foreach (var entry in contents.Entries)
            output.WriteLine(Row(entry));
        WriteCounts(output, contents.Summarize());
    }

    public static void WriteCounts(TextWriter output, PaymentJournalSummary summary)
    {
        output.WriteLine(Printable.Line($"Journal {summary.Path}: {summary.Provider} {summary.Environment}, account {summary.Account}."));
        foreach (var (name, rows) in Counts(summary))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)}{rows}"));
    }

    /// <summary>One line about a run: its time, file and announced number of rows.</summary>
    public static string Run(JournalRun run, int number)
    {
        var line = $"Run {number.ToString(CultureInfo.InvariantCulture)}";
        if (run.Begun is { } begun)
            line += $"  {Time(begun)}";
        if (run.Last is { } last && last != run.Begun)
            line += $" to {Time(last)}";
        if (run.Header.Input is { } input)
            line += $"  {input}";
        if (run.Header.Rows is { } rows)
            line += string.Create(CultureInfo.InvariantCulture, $"  {rows:N0} {(rows == 1 ? "row" : "rows")}");
        if (run.Refused > 0)
            line += string.Create(CultureInfo.InvariantCulture, $", {run.Refused:N0} refused");
        return Printable.Line(line);
    }

    /// <summary>One line about a row: its key, and the provider's id or the error.</summary>
    public static string Row(JournalEntry entry)
    {
        var row = $"row {entry.Row.ToString(CultureInfo.InvariantCulture)}".PadRight(RowWidth + "row ".Length);
        var status = entry.Status is { } code ? string.Create(CultureInfo.InvariantCulture, $" (HTTP {code})") : "";
        var more = entry.IsRefused ? string.Join(", ", entry.Problems) : $"{entry.Key}  {entry.Id ?? entry.Error}{(entry.Id is null ? status : "")}";
        return Printable.Line($"{row}  {State(entry).PadRight(StateWidth)}  {more}".TrimEnd());
    }

    public static string Json(JournalContents contents)
    {
        var summary = contents.Summarize();
        return JsonSerializer.Serialize(
            new FileJournalJson
            {
                Journal = summary.Path,
                Provider = summary.Provider,
                Environment = summary.Environment,
                Account = summary.Account,
                Created = summary.Created,
                Existing = summary.Existing,
                Updated = summary.Updated,
                Failed = summary.Failed,
                Unknown = summary.Unknown,
                UnderWay = summary.Started,
                NotSent = summary.Withdrawn,
                Refused = summary.Refused,
                Runs = summary.Runs,
                Rows = [.. contents.Entries.Select(entry => new JournalRowJson(
                    entry.Row, State(entry), entry.IsRefused ? null : entry.Key, entry.Id, entry.IsRefused ? string.Join(", ", entry.Problems) : entry.Error, entry.Status))],
            },
            JsonLines.Json.FileJournalJson);
    }

    private static string State(JournalEntry entry) => entry.IsRefused ? "Refused" : entry.State.ToString();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, long Rows)> Counts(PaymentJournalSummary summary) =>
    [
        ("Created", summary.Created), ("Existing", summary.Existing), ("Updated", summary.Updated), ("Failed", summary.Failed), ("Unknown", summary.Unknown),
        ("Under way", summary.Started), ("Not sent", summary.Withdrawn), ("Refused", summary.Refused),
    ];
}
