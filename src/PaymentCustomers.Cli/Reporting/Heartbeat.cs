using System.Globalization;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Writes the progress of an import once a minute if there is no terminal, so that a log shows that it continues, and how fast.</summary>
internal static class Heartbeat
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    public static async Task ShowAsync(CliHost host, Ledger ledger, long rows, Task end)
    {
        using var timer = new PeriodicTimer(Beat, host.Clock);
        var beat = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(end, beat) == beat)
        {
            CliHost.Tell(() => host.Out.WriteLine(Line(ledger, rows)));
            beat = timer.WaitForNextTickAsync().AsTask();
        }
    }

    private static string Line(Ledger ledger, long rows)
    {
        var pace = ImportPace.Of(ledger, rows);
        return string.Create(CultureInfo.InvariantCulture, $"{pace.Done} of {rows} rows, {ledger.ErrorCount} failed, {pace.PerSecond:0} rows/s");
    }
}
