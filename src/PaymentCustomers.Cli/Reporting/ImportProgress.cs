using System.Globalization;
using PaymentCustomers.Cli.Import;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Shows people how far an import is, and programs nothing.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    public static async Task<T> ShowAsync<T>(CliHost host, ImportSettings settings, Ledger ledger, long rows, Func<Task<T>> work)
    {
        var capabilities = host.Console.Profile.Capabilities;
        // A dry run writes lines, and is over soon. Where JSON is wanted, nothing else may be written.
        if (settings.WantsJson || settings.IsDryRun)
            return await work();
        if (!host.IsTerminal)
            return await Heartbeat.ShowAsync(host, ledger, rows, work);
        if (!capabilities.Ansi || !capabilities.Interactive)
            return await work();

        var progress = host.Console.Progress().AutoClear(true).Columns(
            new ProgressBarColumn { Width = 30 }, new LedgerColumn(ledger, rows));
        progress.RefreshRate = Refresh;
        return await progress.StartAsync(async context =>
        {
            var task = context.AddTask("rows", maxValue: rows);
            using var timer = new PeriodicTimer(Refresh, host.Clock);
            // Rows that are not sent need no wait, and would hold this loop up.
            var result = Task.Run(work);
            while (!result.IsCompleted)
            {
                await Task.WhenAny(result, timer.WaitForNextTickAsync().AsTask());
                task.Value = ledger.Rows;
            }

            return await result;
        });
    }

    /// <summary>How many rows are done, how many of them failed, and how long the others will take.</summary>
    private sealed class LedgerColumn(Ledger ledger, long rows) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var failed = ledger.ErrorCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {ledger.ErrorCount:N0} failed");
            var left = task.RemainingTime is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time:hh\\:mm\\:ss} left") : "";
            return new Text(string.Create(CultureInfo.InvariantCulture, $"{ledger.Rows:N0} of {rows:N0}{failed}{left}"));
        }
    }
}
