using System.Globalization;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The result of a check as lines of text.</summary>
internal static class CheckReport
{
    private const int NameWidth = 18;

    /// <summary>The whole result: columns, problems, counts.</summary>
    public static IEnumerable<string> Lines(PaymentImportCheck check)
    {
        yield return $"Checked {check.Path} for {check.Provider} {check.Environment}; nothing was sent.";
        yield return "Columns:";
        foreach (var column in check.Columns)
        {
            var use = column.Field ?? (column.Proposal is { } proposal ? $"not used; did you mean {proposal}?" : "not used");
            yield return $"  {(column.Name.Length == 0 ? "(no name)" : column.Name)} -> {use}";
        }

        if (check.Problems.Count > 0)
            yield return "Problems:";
        foreach (var problem in check.Problems)
            yield return string.Create(CultureInfo.InvariantCulture, $"  {problem.Message}: {Rows(problem)}");
        foreach (var (name, rows) in Counts(check))
            yield return string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)}{rows}");
        if (Time(check) is { } time)
            yield return $"{"Minimum time".PadRight(NameWidth)}{time}";
    }

    /// <summary>What the user should know before confirming a run in production.</summary>
    public static IEnumerable<string> Question(PaymentImportCheck check, PaymentConnection connection)
    {
        yield return "These are real customers:";
        yield return $"  {"Account".PadRight(NameWidth)}{check.Provider} {check.Environment}, {check.Account}, at {connection.BaseUri.Authority}";
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"Rows".PadRight(NameWidth)}{check.Valid:N0} of {check.Rows:N0} rows in {check.Path} will be created");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"Notifications".PadRight(NameWidth)}{Notified(check)}");
        if (Time(check) is { } time)
            yield return $"  {"Minimum time".PadRight(NameWidth)}{time}";
    }

    private static string Notified(PaymentImportCheck check) => check.Notified == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{check.Provider} sends messages to {check.Notified:N0} of them, by WhatsApp or e-mail");

    private static string Rows(PaymentImportProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Count:N0} {(problem.Count == 1 ? "row" : "rows")} ({string.Join(", ", problem.Rows)}{(problem.Count > problem.Rows.Count ? ", …" : "")})");

    private static string? Time(PaymentImportCheck check) =>
        check.LeastSeconds is { } seconds ? TimeSpan.FromSeconds(seconds).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).Replace("0.", "", StringComparison.Ordinal) : null;

    private static IEnumerable<(string Name, long Rows)> Counts(PaymentImportCheck check) =>
    [
        ("Rows", check.Rows), ("Can be sent", check.Valid), ("Cannot be sent", check.Invalid), .. Report.OtherShards(check.OtherShard), ("Duplicates", check.Duplicates),
        ("Doubtful", check.Doubtful), ("Notified", check.Notified),
    ];
}
