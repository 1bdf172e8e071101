using System.Runtime.CompilerServices;
using PaymentCustomers.Engine;
using PaymentCustomers.Engine.Creation;
using PaymentCustomers.Engine.Drafts;

namespace PaymentCustomers.Cli.Import;

/// <summary>Creates the customers of drafts, one after another, until an error that the next row would meet too.</summary>
internal sealed class CreationRun(DraftPreparer preparer, CustomerCreator creator)
{
    /// <summary>
    /// The outcome of every draft that was taken. A cancelled run ends behind the draft that was on its way; drafts that
    /// were not taken stay where they are.
    /// </summary>
    public async IAsyncEnumerable<DraftOutcome> RunAsync(IEnumerable<Draft> drafts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && next.MoveNext())
        {
            var outcome = await CreateAsync(preparer.Prepare(next.Current), cancellation);
            yield return outcome;
            if (outcome.Error is { } error && Errors.StopsRun(error))
                yield break;
        }
    }

    private async Task<DraftOutcome> CreateAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        try
        {
            return await creator.CreateAsync(draft, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            var row = draft.Draft.Row;
            return new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, new PaymentError(
                PaymentErrorId.OutcomeUnknown, $"Row {row}: The run was stopped while the row was on its way. It is not known whether the customer was created.")
            {
                Row = row,
                IdempotencyKey = draft.Key,
            });
        }
    }
}
