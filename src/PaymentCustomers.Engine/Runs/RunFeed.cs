using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Feeds a run and hands its outcomes out, in order: the one loop for every front. All of it happens on the thread that
/// calls, which waits here while the run is full.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="take">Takes each outcome.</param>
/// <param name="wait">Waits for a task on the thread that calls, and may do something meanwhile.</param>
internal sealed class RunFeed(CustomerRun run, Action<DraftOutcome> take, Action<Task> wait)
{
    /// <summary>Takes a draft in as soon as there is room, and hands out what is ready.</summary>
    public void Add(PreparedDraft draft)
    {
        while (run.IsFull)
        {
            wait(run.WaitForRoomAsync());
            TakeReady();
        }

        run.Submit(draft);
        TakeReady();
    }

    /// <summary>Takes drafts in until the run stops or is cancelled, and hands everything out that was taken in.</summary>
    /// <param name="drafts">The drafts; those that were not taken stay where they are.</param>
    /// <param name="cancellation">Ends the feeding.</param>
    public void AddAll(IEnumerable<PreparedDraft> drafts, CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && run.Stopped is null && next.MoveNext())
            Add(next.Current);
        Drain();
    }

    /// <summary>Waits until everything was handed out.</summary>
    public void Drain()
    {
        while (run.Outstanding > 0)
        {
            wait(run.WaitForRoomAsync());
            TakeReady();
        }
    }

    /// <summary>Hands out what is ready.</summary>
    public void TakeReady()
    {
        while (run.TryTake(out var outcome))
            take(outcome);
    }
}
