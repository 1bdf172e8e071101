using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.PowerShell;

/// <summary>Shows the progress of an import twice per second, in percent and with the remaining time.</summary>
internal sealed class ImportProgress(Cmdlet cmdlet, Ledger ledger, long rows)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _isShown;

    public void Tick()
    {
        if (_sinceLast.Elapsed < Beat)
            return;
        _sinceLast.Restart();
        _isShown = true;
        var pace = ImportPace.Of(ledger, rows);
        var status = Messages.Progress(pace.Done, rows, ledger.Counts[CustomerOutcome.Failed], ledger.Counts[CustomerOutcome.Unknown], pace.PerSecond, null);
        var record = new ProgressRecord(0, Messages.CreatingCustomers, status) { PercentComplete = (int)pace.Percent };
        if (pace.Left is { } left)
            record.SecondsRemaining = (int)left.TotalSeconds;
        cmdlet.WriteProgress(record);
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, Messages.CreatingCustomers, Messages.Done) { RecordType = ProgressRecordType.Completed });
    }
}
