using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.PowerShell;

/// <summary>Shows how far an import is, twice a second, in percent and with the time that is left.</summary>
internal sealed class ImportProgress(Cmdlet cmdlet, Ledger ledger, long rows)
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
        var done = ledger.Rows;
        var perSecond = ledger.Counts.Worked / _total.Elapsed.TotalSeconds;
        var status = Messages.Progress(done, rows, ledger.Counts[CustomerOutcome.Failed], ledger.Counts[CustomerOutcome.Unknown], perSecond, null);
        var record = new ProgressRecord(0, Messages.CreatingCustomers, status) { PercentComplete = (int)Math.Min(100, done * 100.0 / rows) };
        if (perSecond > 0 && done <= rows)
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, (rows - done) / perSecond);
        cmdlet.WriteProgress(record);
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, Messages.CreatingCustomers, Messages.Done) { RecordType = ProgressRecordType.Completed });
    }
}
