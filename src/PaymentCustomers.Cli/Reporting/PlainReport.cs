using System.Globalization;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The report as plain lines, with one fact on each.</summary>
internal static class PlainReport
{
    private const int NameWidth = 18;

    public static void Write(TextWriter output, PaymentImportSummary summary, ImportResult result)
    {
        foreach (var error in result.Ledger!.Errors)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {error.Row}  {error.Id}  {Report.Message(error)}"));
        foreach (var more in Report.MoreErrors(result))
            output.WriteLine(more);
        foreach (var (id, action) in result.Actions)
            output.WriteLine($"What to do about {id}: {action}");
        foreach (var (name, rows) in Report.Counts(summary))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)}{rows}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"Seconds".PadRight(NameWidth)}{summary.Seconds:0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"Rows/s".PadRight(NameWidth)}{summary.RowsPerSecond:0}"));
        foreach (var line in Report.Closing(summary))
            output.WriteLine(Printable.Line(line));
    }
}
