using System.Globalization;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Says once a minute how far an import is, where nobody looks: a log then shows that it goes on, and how fast.</summary>
internal static class Heartbeat
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    public static async Task ShowAsync(CliHost host, Ledger ledger, long rows, Task end)
    {
        var start = host.Clock.GetTimestamp();
        using var timer = new PeriodicTimer(Beat, host.Clock);
        var beat = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(end, beat) == beat)
        {
            CliHost.Tell(() => host.Out.WriteLine(Line(ledger, rows, host.Clock.GetElapsedTime(start))));
            beat = timer.WaitForNextTickAsync().AsTask();
        }
    }

    private static string Line(Ledger ledger, long rows, TimeSpan elapsed)
    {
        var done = ledger.Rows;
        var perSecond = ledger.Counts.Worked / elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{done} of {rows} rows, {ledger.ErrorCount} failed, {perSecond:0} rows/s");
    }
}
