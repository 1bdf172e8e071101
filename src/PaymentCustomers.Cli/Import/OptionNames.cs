using System.Text.Json;

namespace PaymentCustomers.Cli.Import;

/// <summary>The command line names of the engine's parameters.</summary>
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

    /// <summary>The option for a parameter: <c>--date-format</c> for <c>DateFormat</c>.</summary>
    public static string Spell(string parameter) =>
        Others.TryGetValue(parameter, out var name) ? name : $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(parameter)}";
}
