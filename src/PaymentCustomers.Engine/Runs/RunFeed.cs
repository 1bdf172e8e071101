using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Submits drafts to a run and passes its outcomes on, in order. All fronts use this loop. It runs on the calling thread, which waits
/// here while the run is full.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="take">Receives each outcome.</param>
/// <param name="wait">Waits for a task on the calling thread, and may do other work meanwhile.</param>
internal sealed class RunFeed(CustomerRun run, Action<DraftOutcome> take, Action<Task> wait)
{
    /// <summary>Submits a draft as soon as there is room, and passes available outcomes on.</summary>
    public void Add(PreparedDraft draft) => Add(() => draft);

    /// <inheritdoc cref="Add(PreparedDraft)"/>
    /// <param name="prepare">Prepares the draft. Must not throw. Called for one draft at a time, in their order.</param>
    public void Add(Func<PreparedDraft> prepare)
    {
        while (run.IsFull)
        {
            wait(run.WaitForRoomAsync());
            TakeReady();
        }

        run.Submit(prepare);
        TakeReady();
    }

    /// <summary>Submits drafts until the run stops or is cancelled, and passes all their outcomes on.</summary>
    /// <param name="drafts">The drafts. Those that are not submitted are not read.</param>
    /// <param name="cancellation">Ends submitting.</param>
    public void AddAll(IEnumerable<PreparedDraft> drafts, CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && run.Stopped is null && next.MoveNext())
            Add(next.Current);
        Drain();
    }

    /// <summary>Waits until all outcomes were passed on.</summary>
    public void Drain()
    {
        while (run.Outstanding > 0)
        {
            wait(run.WaitForRoomAsync());
            TakeReady();
        }
    }

    /// <summary>Passes available outcomes on.</summary>
    public void TakeReady()
    {
        while (run.TryTake(out var outcome))
            take(outcome);
    }
}
