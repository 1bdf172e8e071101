using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>Feeds drafts to a run and takes its outcomes.</summary>
internal sealed class CreationRun(DraftPreparer preparer, CustomerRun run)
{
    /// <summary>
    /// The outcome of every draft that was taken, in their order. A run that stops, or is cancelled, takes no more drafts
    /// and gives out what it has taken; drafts that were not taken stay where they are.
    /// </summary>
    public async IAsyncEnumerable<DraftOutcome> RunAsync(IEnumerable<Draft> drafts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && run.Stopped is null && next.MoveNext())
        {
            run.Submit(preparer.Prepare(next.Current));
            do
            {
                if (run.IsFull)
                    await run.WaitForRoomAsync();
                while (run.TryTake(out var outcome))
                    yield return outcome;
            }
            while (run.IsFull);
        }

        while (run.Outstanding > 0)
        {
            await run.WaitForRoomAsync();
            while (run.TryTake(out var outcome))
                yield return outcome;
        }
    }
}
