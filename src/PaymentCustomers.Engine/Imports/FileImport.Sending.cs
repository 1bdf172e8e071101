using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

// The rows on their way: sent, waited for, and accounted for.
internal sealed partial class FileImport
{
    /// <summary>Sends the rows.</summary>
    /// <returns>Why it ended before the last one; null if it did not.</returns>
    private string? Send(DraftSource source, IJournal journal, Ledger ledger, long rows, CancellationToken cancellation)
    {
        try
        {
            var client = new ProviderClient(_connection, new ProviderClientOptions { Timeout = _settings.Timeout, Clock = _settings.Clock, Log = _settings.Log });
            var run = new CustomerRun(client, _settings.Run, journal, cancellation);
            _isOfOtherShard = run.IsOfOtherShard;
            _account = run.Account;
            try
            {
                Feed(run, Prepared(source, rows), ledger, cancellation);
                if (run.Stopped is { } reason)
                {
                    StopReason = reason.Id;
                    // What one row met is said of that row, and what to do about it with it.
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
#pragma warning disable CA1031 // It is told with the outcome of the run: rows may have been sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Describe(e);
        }

        StopReason = ledger.Broken?.Error.Id;
        return ledger.Broken?.Error.Message ?? (cancellation.IsCancellationRequested ? ImportMessages.Interrupted : null);
    }

    /// <summary>Sends the drafts. Whatever ends it early, what is on its way is waited for, and every row of it accounted for.</summary>
    private void Feed(CustomerRun run, IEnumerable<PreparedDraft> drafts, Ledger ledger, CancellationToken cancellation)
    {
        var feed = new RunFeed(run, Take, WaitForRun);
        try
        {
            feed.AddAll(drafts, cancellation);
        }
#pragma warning disable CA1031 // It is told with the outcome of the run: rows were sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The file was changed while it was read, or something that nobody thought of.
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

    private IEnumerable<PreparedDraft> Prepared(DraftSource source, long rows)
    {
        long count = 0;
        foreach (var draft in source.Drafts())
        {
            yield return _preparer.Prepare(draft);
            if (++count == _settings.First && count == rows)
                yield break;
        }
    }

    /// <summary>Rows behind the point where a run stopped are written down. Those that were not asked for are only read, to the file's end.</summary>
    private string? AccountForRest(DraftSource source, Ledger ledger, long rows, string? stopped)
    {
        try
        {
            foreach (var draft in source.Drafts())
            {
                if (_settings.First is null || ledger.Rows < rows)
                    ledger.Add(IsOfOtherShard(draft) ? new RowReport(draft, CustomerOutcome.OtherShard) : Account(draft));
            }
        }
        catch (Exception e) when (e is PaymentException or IOException)
        {
            stopped = stopped is null ? e.Message : Join(stopped, ImportMessages.RestNotWritten(e.Message));
        }

        return stopped;
    }

    /// <summary>A row that was not sent in this run may have its customer, or may have been sent, all the same.</summary>
    private RowReport Account(Draft draft) =>
        _account is null ? new RowReport(draft, CustomerOutcome.NotSent) : RowReport.Of(_account(_preparer.Prepare(draft)));

    // Rows of other shards must not stand among the rejects of this one: imported from there, they would be sent twice.
    private bool IsOfOtherShard(Draft draft) => _settings.Run.Shard is not null && _isOfOtherShard?.Invoke(_preparer.Prepare(draft)) == true;

    /// <summary>Every row that was announced is accounted for, and those that came are those that were checked.</summary>
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

    /// <summary>Waits for a task, however it ends, and says at once what the journal tells meanwhile.</summary>
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
#pragma warning disable RS0030 // It is done.
        return task.GetAwaiter().GetResult();
#pragma warning restore RS0030
    }
}
