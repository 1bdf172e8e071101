using System.Globalization;
using PaymentCustomers.Engine.Imports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Shows the progress of an import to people. With JSON output it shows nothing.</summary>
internal sealed class ImportProgress(CliHost host, bool wantsJson)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _shown = Task.CompletedTask;

    /// <summary>Starts the display, before the first row is sent.</summary>
    public void Begin(Ledger ledger, long rows)
    {
        var capabilities = host.Console.Profile.Capabilities;
        // With JSON output, nothing else may be written.
        if (wantsJson)
            return;
        if (!host.IsTerminal)
        {
            _shown = Task.Run(() => Heartbeat.ShowAsync(host, ledger, rows, _end.Task));
            return;
        }

        if (!capabilities.Ansi || !capabilities.Interactive)
            return;
        var progress = host.Console.Progress().AutoClear(true).Columns(
            new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new LedgerColumn(ledger, rows));
        progress.RefreshRate = Refresh;
        _shown = Task.Run(() => progress.StartAsync(async context =>
        {
            var task = context.AddTask("rows", maxValue: 100);
            using var timer = new PeriodicTimer(Refresh, host.Clock);
            while (!_end.Task.IsCompleted)
            {
                await Task.WhenAny(_end.Task, timer.WaitForNextTickAsync().AsTask());
                task.Value = ImportPace.Of(ledger, rows).Percent;
            }
        }));
    }

    /// <summary>Removes the display.</summary>
    public Task EndAsync()
    {
        _end.TrySetResult();
        return _shown;
    }

    /// <summary>The number of completed and failed rows, and the remaining time.</summary>
    internal static string Describe(Ledger ledger, long rows)
    {
        var pace = ImportPace.Of(ledger, rows);
        var failed = ledger.ErrorCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {ledger.ErrorCount:N0} failed");
        var left = pace.Left switch
        {
            null => "",
            { TotalDays: >= 1 } time => string.Create(CultureInfo.InvariantCulture, $", {time:d\\.hh\\:mm\\:ss} left"),
            { } time => string.Create(CultureInfo.InvariantCulture, $", {time:hh\\:mm\\:ss} left"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{pace.Done:N0} of {rows:N0}{failed}{left}");
    }

    private sealed class LedgerColumn(Ledger ledger, long rows) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(Describe(ledger, rows));
    }
}
