using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.PowerShell;

/// <summary>Shows how a run goes, at most five times a second.</summary>
internal sealed class RunProgress(Cmdlet cmdlet, CustomerRun run)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _total = Stopwatch.StartNew();
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _isShown;

    public void Tick()
    {
        if (_sinceLast.Elapsed < Beat)
            return;
        _sinceLast.Restart();
        _isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(0, Messages.CreatingCustomers, Status()));
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, Messages.CreatingCustomers, Messages.Done) { RecordType = ProgressRecordType.Completed });
    }

    // PowerShell's own view shows a record's status and leaves out its current operation.
    private string Status()
    {
        var counts = run.Counts;
        var wait = run.HeldUntil is { } until ? Messages.AskedToWait(until.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : "";
        var perSecond = (long)Math.Round(counts.Total / _total.Elapsed.TotalSeconds);
        return Messages.Progress(counts.Total, counts[CustomerOutcome.Failed], perSecond) + wait;
    }
}
