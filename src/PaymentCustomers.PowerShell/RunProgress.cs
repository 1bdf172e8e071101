using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.PowerShell;

/// <summary>Shows the progress of a run twice per second. A console takes about 2 ms for each update, so that more updates would slow the run down.</summary>
/// <param name="cmdlet">The cmdlet that shows it.</param>
/// <param name="run">The run to show.</param>
/// <param name="rows">The number of rows; null if it is not known.</param>
internal sealed class RunProgress(Cmdlet cmdlet, CustomerRun run, long? rows)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _total = Stopwatch.StartNew();
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _isShown;

    public void Tick()
    {
        if (_sinceLast.Elapsed < Beat)
            return;
        _sinceLast.Restart();
        _isShown = true;
        var done = run.Counts.Total;
        var perSecond = run.Counts.Worked / _total.Elapsed.TotalSeconds;
        var record = new ProgressRecord(0, Messages.CreatingCustomers, Status(done, perSecond));
        if (rows is { } all)
        {
            record.PercentComplete = (int)Math.Min(100, done * 100.0 / all);
            if (perSecond > 0 && done <= all)
                record.SecondsRemaining = (int)Math.Min(int.MaxValue, (all - done) / perSecond);
        }

        cmdlet.WriteProgress(record);
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, Messages.CreatingCustomers, Messages.Done) { RecordType = ProgressRecordType.Completed });
    }

    // PowerShell's default view shows the status of a progress record, but not its current operation.
    private string Status(long done, double perSecond)
    {
        var counts = run.Counts;
        return Messages.Progress(done, rows, counts[CustomerOutcome.Failed], counts[CustomerOutcome.Unknown], perSecond, run.HeldUntil);
    }
}
