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
        var counts = run.Counts;
        cmdlet.WriteProgress(new ProgressRecord(0, "Creating customers", string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Total} rows, {counts[CustomerOutcome.Failed]} failed, {counts.Total / _total.Elapsed.TotalSeconds:0} a second"))
        {
            CurrentOperation = run.HeldUntil is { } until
                ? string.Create(CultureInfo.InvariantCulture, $"The provider asks to wait until {until:HH:mm:ss'Z'}.")
                : "",
        });
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, "Creating customers", "Done") { RecordType = ProgressRecordType.Completed });
    }
}
