using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Soak;

/// <summary>One run over all rows, fed and drained as the cmdlet does it.</summary>
internal static class Pass
{
    /// <summary>Runs until all rows are given out, or the run is cancelled.</summary>
    /// <returns>Why the run stopped, or null.</returns>
    public static async Task<PaymentError?> RunAsync(
        PaymentConnection connection,
        SoakOptions options,
        string journalPath,
        IEnumerable<PreparedDraft> drafts,
        Action<DraftOutcome> take,
        CancellationToken cancellation = default)
    {
        var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = options.Timeout });
        await using var journal = Journal.Open(journalPath, connection);
        await using var run = new CustomerRun(
            client, new RunOptions { ThrottleLimit = options.Throttle, Window = options.Window }, journal, cancellation);
        try
        {
            await RunAsync(run, drafts, take, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whatever was still to be given out is in the journal.
        }

        return run.Stopped;
    }

    private static async Task RunAsync(CustomerRun run, IEnumerable<PreparedDraft> drafts, Action<DraftOutcome> take, CancellationToken cancellation)
    {
        foreach (var draft in drafts)
        {
            while (run.IsFull)
                await TakeAsync(run, take);
            if (cancellation.IsCancellationRequested)
                break;
            run.Submit(draft);
            while (run.TryTake(out var outcome))
                take(outcome);
        }

        while (run.Outstanding > 0)
            await TakeAsync(run, take);
    }

    private static async Task TakeAsync(CustomerRun run, Action<DraftOutcome> take)
    {
        await run.WaitForRoomAsync();
        while (run.TryTake(out var outcome))
            take(outcome);
    }
}
