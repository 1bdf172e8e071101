using System.Text.Json;

namespace PaymentCustomers.Cli.Import;

/// <summary>What the engine's parameters are called in a shell.</summary>
internal static class OptionNames
{
    private static readonly Dictionary<string, string> Others = new()
    {
        ["JournalPath"] = "--journal",
        ["RejectPath"] = "--rejects",
        ["OutputPath"] = "--output",
        ["ReportPath"] = "--report",
        ["MaximumErrorCount"] = "--max-errors",
        ["Force"] = "--yes",
    };

    /// <summary>An option: <c>DateFormat</c> is <c>--date-format</c>.</summary>
    public static string Spell(string parameter) =>
        Others.TryGetValue(parameter, out var name) ? name : $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(parameter)}";
}
