using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

// This part sends the rows, waits for the open requests, and records the outcome of every row.
internal sealed partial class FileImport
{
    private const int RestAtOnce = 512;

    /// <summary>Sends the rows.</summary>
    /// <returns>Why sending stopped before the last row; null if all rows were sent.</returns>
    private string? Send(PreparedRows prepared, IJournal journal, Ledger ledger, long rows, CancellationToken cancellation)
    {
        try
        {
            var client = new ProviderClient(_connection, new ProviderClientOptions { Timeout = _settings.Timeout, Clock = _settings.Clock, Log = _settings.Log });
            var run = new CustomerRun(client, _settings.Run, journal, cancellation);
            _isOfOtherShard = run.IsOfOtherShard;
            _account = run.AccountAsync;
            try
            {
                Feed(run, First(prepared, rows), ledger, cancellation);
                if (run.Stopped is { } reason)
                {
                    StopReason = reason.Id;
                    // An error of a single row is reported with that row, including what to do about it.
                    return reason.Row is null ? Join(reason.Message, reason.RecommendedAction) : reason.Message;
                }

                if (Wait(run.AuditAsync()) is { } doubled)
                    _front.Warn(doubled);
            }
            finally
            {
                Wait(run.DisposeAsync().AsTask());
            }
        }
#pragma warning disable CA1031 // It is reported with the result of the run, because rows may have been sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Describe(e);
        }

        StopReason = ledger.Broken?.Error.Id;
        return ledger.Broken?.Error.Message ?? (cancellation.IsCancellationRequested ? ImportMessages.Interrupted : null);
    }

    /// <summary>Sends the drafts. If anything stops it early, it waits for the open requests and records the outcome of each of their rows.</summary>
    private void Feed(CustomerRun run, IEnumerable<PreparedDraft> drafts, Ledger ledger, CancellationToken cancellation)
    {
        var feed = new RunFeed(run, Take, WaitForRun);
        try
        {
            feed.AddAll(drafts, cancellation);
        }
#pragma warning disable CA1031 // It is reported with the result of the run, because rows were sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The file was changed while it was read, or an unexpected exception occurred.
            run.Stop(new PaymentError(PaymentErrorId.NotSent, Describe(e)));
            feed.Drain();
        }

        void WaitForRun(Task task)
        {
            var from = ledger.Timeline.Elapsed;
            var wasHeld = run.HeldUntil is not null;
            Wait(task);
            if (wasHeld)
                ledger.Timeline.AddWait(from, ledger.Timeline.Elapsed);
        }

        void Take(DraftOutcome outcome)
        {
            var row = RowReport.Of(outcome);
            if (ledger.Add(row) || row.Customer is not null)
                _front.Take(row);
            if (ledger.Broken is { } broken)
                run.Stop(broken.Error);
            else if (_reason is { } reason)
                run.Stop(reason);
        }
    }

    private IEnumerable<PreparedDraft> First(PreparedRows prepared, long rows)
    {
        long count = 0;
        foreach (var draft in prepared.All())
        {
            yield return draft;
            if (++count == _settings.First && count == rows)
                yield break;
        }
    }

    /// <summary>Records the rows after the point where a run stopped. If the user limited the rows, the others are only read, to the end of the file.</summary>
    private string? AccountForRest(PreparedRows prepared, Ledger ledger, long rows, string? stopped)
    {
        try
        {
            // A journal in a database reads the results of many rows with one query.
            foreach (var drafts in prepared.All().Chunk(RestAtOnce))
            {
                var reports = Array.ConvertAll(drafts, AccountAsync);
                foreach (var report in reports)
                {
                    if (_settings.First is null || ledger.Rows < rows)
                        ledger.Add(Wait(report));
                }
            }
        }
        catch (Exception e) when (e is PaymentException or IOException)
        {
            stopped = stopped is null ? e.Message : Join(stopped, ImportMessages.RestNotWritten(e.Message));
        }

        return stopped;
    }

    /// <summary>The outcome of a row that this run did not send. An earlier run, or another worker, may have sent it.</summary>
    private async Task<RowReport> AccountAsync(PreparedDraft draft) => IsOfOtherShard(draft)
        ? new RowReport(draft.Draft, CustomerOutcome.OtherShard)
        : _account is null ? new RowReport(draft.Draft, CustomerOutcome.NotSent) : RowReport.Of(await _account(draft).ConfigureAwait(false));

    // Rows of other shards must not be in this shard's rejects: importing the rejects would send them a second time.
    private bool IsOfOtherShard(PreparedDraft draft) => _settings.Run.Shard is not null && _isOfOtherShard?.Invoke(draft) == true;

    /// <summary>Checks that every announced row was processed, and that the rows were the ones that the pre-flight checked.</summary>
    private string? Compare(InputFile file, Func<bool> isChanged, Ledger ledger, long rows, string? stopped)
    {
        var found = ledger.Rows;
        if (found < rows)
            ledger.AddNotSent(rows - found);
        if (!isChanged() && (found == rows || (stopped is not null && found < rows)))
            return stopped;
        var what = found == rows ? ImportMessages.OtherRows : ImportMessages.OtherCount(rows, found);
        StopReason = PaymentErrorId.InputChanged;
        return Join(stopped, ImportMessages.Changed(file.Path, what));
    }

    /// <summary>Waits for a task, whatever its result, and shows messages of the journal as they arrive.</summary>
    private void Wait(Task task)
    {
        do
        {
            _front.Wait(Task.WhenAny(task, _news.Arrived));
            foreach (var news in _news.Take())
                _front.Warn(news);
        }
        while (!task.IsCompleted);
    }

    private T Wait<T>(Task<T> task)
    {
        Wait((Task)task);
#pragma warning disable RS0030 // The task has completed.
        return task.GetAwaiter().GetResult();
#pragma warning restore RS0030
    }
}
