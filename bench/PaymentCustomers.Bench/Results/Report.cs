using System.Globalization;
using PaymentCustomers.Bench.Contestants;
using Spectre.Console;

namespace PaymentCustomers.Bench.Results;

/// <summary>Writes the results as tables.</summary>
internal static class Report
{
    private const int WidthWithoutTerminal = 160;
    private const double Megabyte = 1024 * 1024;

    public static void Write(BenchResults results)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthWithoutTerminal;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var machine = results.Machine;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Cores} cores, {machine.OperatingSystem}, {machine.DotNet}, PowerShell {machine.PowerShell ?? "none"}, {machine.Configuration}"));
        Console.WriteLine("Every process warms up before it is measured, so that no code is compiled during the measurement. \"first\" is the rate during the warm-up.");
        foreach (var section in results.Standings.GroupBy(standing => (standing.Section, standing.Cell)))
            AnsiConsole.Write(Table(Titles.Of(section.Key.Section, section.Key.Cell), section));
        AnsiConsole.Write(Table(results.Comparisons));
        if (results.Skipped.Count > 0)
            Console.WriteLine($"Skipped, because pwsh was not found: {string.Join(", ", results.Skipped)}");
        if (machine.Configuration != "Release")
            Console.WriteLine("This was not a Release build. Do not use these figures.");
    }

    private static Table Table(string title, IEnumerable<Standing> standings)
    {
        var table = NewTable(title, "rows", "times", "seconds", "rows/s", "lowest", "highest", "first", "ratio", "µs CPU/row", "process s", "peak MB");
        foreach (var one in standings)
        {
            table.AddRow(
                Markup.Escape(one.Title),
                Whole(one.Rows),
                Whole(one.Measurements),
                one.Seconds.ToString("0.000", CultureInfo.InvariantCulture),
                Rate(one, one.RowsPerSecond),
                Rate(one, one.LowestRowsPerSecond),
                Rate(one, one.HighestRowsPerSecond),
                one.FirstRowsPerSecond is { } first ? Rate(one, first) : "",
                Ratio(one.Ratio),
                one.ProcessorPerRow is { } processor ? (processor * 1e6).ToString("0.0", CultureInfo.InvariantCulture) : "",
                one.ProcessSeconds.ToString("0.00", CultureInfo.InvariantCulture),
                one.PeakBytes is { } peak ? Whole(peak / Megabyte) : "");
        }

        return table;
    }

    private static Table Table(IReadOnlyList<Comparison> comparisons)
    {
        var table = NewTable("Medians against each other", "target", "measured", "verdict");
        foreach (var one in comparisons)
        {
            table.AddRow(
                Markup.Escape(one.Name),
                $"{(one.IsLimit ? "≤" : "≥")} {one.Target.ToString("0.00", CultureInfo.InvariantCulture)}",
                Ratio(one.Measured),
                one.Verdict switch { Verdict.Pass => "[green]pass[/]", Verdict.Short => "[red]short[/]", _ => "not measured" });
        }

        return table;
    }

    private static Table NewTable(string title, params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(title) { NoWrap = true });
        foreach (var header in headers)
            table.AddColumn(new TableColumn(header) { NoWrap = true, Alignment = Justify.Right });
        return table;
    }

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // An import has no rows.
    private static string Rate(Standing standing, double value) => standing.Section == Section.Import ? "" : Whole(value);

    private static string Ratio(double? ratio) => ratio is null ? "" : Titles.Of(ratio.Value);
}
