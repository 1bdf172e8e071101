using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Shows a journal file, once or while a run writes to it.</summary>
internal sealed class FileJournalView(CliHost host, string path, bool wantsJson)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>0 if every row has its customer, 1 if some need attention.</returns>
    /// <exception cref="PaymentException">The file cannot be read, or is not a journal.</exception>
    public async Task<int> ShowAsync(bool follows, CancellationToken cancellation)
    {
        // Following blocks, so that it gets a thread of its own.
        var contents = follows
            ? await Task.Factory.StartNew(() => Follow(cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : JournalReader.ReadAll(path);
        var summary = contents.Summarize();
        CliHost.Tell(() =>
        {
            if (wantsJson)
                host.Out.WriteLine(FileJournalReport.Json(contents));
            else if (follows)
                FileJournalReport.WriteCounts(host.Out, summary);
            else
                FileJournalReport.Write(host.Out, contents);
        });
        return summary.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
    }

    private JournalContents Follow(CancellationToken cancellation)
    {
        var contents = new JournalContents(path);
        // Also ends if the reader of the output has gone.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        JournalReader.Follow(
            path,
            header =>
            {
                contents.Add(header);
                Write(FileJournalReport.Run(contents.Runs[^1], contents.Runs.Count));
            },
            entry =>
            {
                contents.Add(entry);
                Write(FileJournalReport.Row(entry));
            },
            Wait);
        return contents;

        bool Wait()
        {
            ((IAsyncResult)Task.Delay(Pause, host.Clock, stop.Token)).AsyncWaitHandle.WaitOne();
            return !stop.IsCancellationRequested;
        }

        void Write(string line)
        {
            // With JSON output, nothing else may be written.
            if (wantsJson)
                return;
            var unheard = CliHost.Tell(() =>
            {
                host.Out.WriteLine(line);
                host.Out.Flush();
            });
            if (unheard is not null)
                stop.Cancel();
        }
    }
}
