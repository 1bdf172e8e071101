using System.Globalization;
using PaymentCustomers.Cli.Import;
using Spectre.Console;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>
/// The report for people. The counts come last, directly above the prompt. Colours only repeat what the words say, and texts from files
/// and servers are never interpreted as markup.
/// </summary>
internal static class TerminalReport
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(CliHost host, PaymentImportSummary summary, ImportResult result)
    {
        var console = host.Console;
        if (result.Ledger!.Errors.Count > 0)
        {
            console.WriteLine();
            WriteErrors(console, result);
            console.WriteLine();
            WriteActions(console, result);
        }

        console.WriteLine();
        WriteCounts(console, summary);
        // Written without wrapping, so that a path can be copied as a whole.
        foreach (var line in Report.Closing(summary))
            host.Out.WriteLine(Printable.Line(line));
    }

    private static void WriteErrors(IAnsiConsole console, ImportResult result)
    {
        var grid = new Grid().AddColumn(Narrow()).AddColumn(Narrow()).AddColumn(new GridColumn().PadRight(0));
        foreach (var error in result.Ledger!.Errors)
        {
            grid.AddRow(
                new Text(string.Create(CultureInfo.InvariantCulture, $"row {error.Row}")), new Text(error.Id.ToString(), Bad), new Text(Report.Message(error)));
        }

        console.Write(grid);
        foreach (var more in Report.MoreErrors(result))
            console.Write(Line(more));
    }

    private static void WriteActions(IAnsiConsole console, ImportResult result)
    {
        console.WriteLine("What to do:");
        var grid = new Grid().AddColumn(Narrow()).AddColumn(new GridColumn().PadRight(0));
        foreach (var (id, action) in result.Actions)
            grid.AddRow(new Text(id.ToString()), new Text(action));
        console.Write(grid);
    }

    private static void WriteCounts(IAnsiConsole console, PaymentImportSummary summary)
    {
        var counts = Report.Counts(summary).ToArray();
        var table = new Table().SquareBorder().BorderStyle(Quiet);
        foreach (var (name, _) in counts)
            table.AddColumn(new TableColumn(new Text(name)).RightAligned());
        table.AddRow(counts.Select(count => new Text(
            count.Rows.ToString("N0", CultureInfo.InvariantCulture), count.Rows == 0 ? Quiet : IsGood(count.Name) ? Good : Bad)));
        console.Write(table);
        console.Write(Line(Report.Pace(summary)));
    }

    private static bool IsGood(string name) => name is not ("Failed" or "Unknown" or "Not sent");

    private static GridColumn Narrow() => new GridColumn().NoWrap().PadRight(2);

    private static Text Line(string text) => new(Printable.Line(text) + "\n");
}
