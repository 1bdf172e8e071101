using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Brings one row to its outcome: sends it, again where that is safe, and where it is not, finds out whether it was
/// created before it sends it again. A failure is an outcome, not an exception.
/// </summary>
internal sealed class RowSender(
    RequestSender sender, Reconciler reconciler, ExistingRows existing, RowOutcomes outcomes, RunOptions options, RunStop stop)
{
    /// <summary>Creates the customer of a row.</summary>
    /// <param name="request">The row's request.</param>
    /// <param name="earlier">How to reconcile the row first, because an earlier run started it; null if none did.</param>
    /// <param name="isKnown">Whether the journal knows the row from before.</param>
    /// <param name="permit">The row's permit; the caller gives it back.</param>
    /// <returns>What became of the row.</returns>
    /// <exception cref="OperationCanceledException">Nothing was sent, or the run was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public async Task<DraftOutcome> SendAsync(RowRequest request, EarlierDoubt? earlier, bool isKnown, Permit permit)
    {
        var draft = request.Draft;
        if (earlier is { } doubt && await existing.ReconcileAsync(request, doubt, () => HoldAsync(permit)).ConfigureAwait(false) is { } known)
            return known;

        PaymentError? notThere = null;
        while (true)
        {
            try
            {
                await HoldAsync(permit).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (notThere is not null && !stop.Cancelling.IsCancellationRequested)
            {
                // It was sent and is not there: that is known, though it cannot be sent again any more.
                return outcomes.NotCreated(draft, request.IsInDoubt, notThere);
            }

            if (request.Attempts == 0 && draft.Operation == ProviderOperation.Create && await existing.FindAsync(draft, isKnown).ConfigureAwait(false) is { } found)
                return found;
            var decision = await AttemptAsync(request).ConfigureAwait(false);
            if (decision.Step == NextStep.Done)
                return await DoneAsync(request).ConfigureAwait(false);

            var error = Describe(request);
            if (decision.Step == NextStep.StopRun)
                stop.Stop(decision.Delay == TimeSpan.Zero ? error : outcomes.AsksToWait(error, decision.Delay));
            if (decision.Step != NextStep.Reconcile)
                return await GiveUpAsync(request, error).ConfigureAwait(false);

            // To find out takes seconds, and others need none.
            var ended = reconciler.Now;
            permit.Release();
            stop.LetThrough();
            var finding = await reconciler.FindAsync(draft, decision.Delay, ended).ConfigureAwait(false);
            if (finding.Customer is { Id: { } id })
            {
                return request.TryOwn(id)
                    ? outcomes.Found(draft, CustomerOutcome.Created, id)
                    : outcomes.Unknown(draft, error with { Message = $"{RowMessages.Row(draft.Draft.Row)}: {RunMessages.IdTaken(id)}" });
            }

            if (finding.Several is { } several)
                return outcomes.Doubled(draft, several);
            if (finding.IsCertain)
            {
                request.Settle();
                error = notThere = error with { RecommendedAction = ReconciliationMessages.NotThereAction };
            }

            if (!finding.IsCertain || request.Attempts > options.MaximumRetryCount || stop.IsStopping)
                return outcomes.NotCreated(draft, request.IsInDoubt, error);
        }
    }

    /// <summary>A row whose create succeeded; one that the provider recognised may be of a customer that was deleted since.</summary>
    private async Task<DraftOutcome> DoneAsync(RowRequest request)
    {
        var draft = request.Draft;
        var customer = request.Customer!;
        if (!request.IsReplayed)
        {
            reconciler.NoteCreated(draft);
            return new DraftOutcome(draft.Draft, customer.Outcome, customer, null);
        }

        return await existing.IsGoneAsync(customer.Id!).ConfigureAwait(false)
            ? outcomes.NotCreated(draft, isInDoubt: false, outcomes.ReplayGone(draft, customer.Id!))
            : new DraftOutcome(draft.Draft, CustomerOutcome.Existing, customer, null);
    }

    /// <summary>A row that is not sent again: where it is in doubt, the customer may be found by who it is.</summary>
    private async Task<DraftOutcome> GiveUpAsync(RowRequest request, PaymentError error)
    {
        // A provider that is out of order would not answer a search either, and the key makes another try harmless.
        var isAnswered = request.Last is { Kind: AttemptKind.Answered, Status: < 500 and not (401 or 408 or 429) };
        if (!request.IsInDoubt || !isAnswered || request.Draft.Operation != ProviderOperation.Create || stop.IsStopping
            || await reconciler.FindByIdentityAsync(request.Draft, stop.Cancelling).ConfigureAwait(false) is not { } customer)
            return outcomes.NotCreated(request.Draft, request.IsInDoubt, error);
        return outcomes.Found(request.Draft, request.IsFromBefore(customer.Created) ? CustomerOutcome.Existing : CustomerOutcome.Created, customer.Id);
    }

    private PaymentError Describe(RowRequest request)
    {
        var error = outcomes.Describe(request.Draft, request.Last!);
        return request.Contradiction is { } contradiction
            ? error with { Id = PaymentErrorId.ResponseInvalid, Message = $"{RowMessages.Row(request.Draft.Draft.Row)}: {contradiction}" }
            : error;
    }

    private async Task<RetryDecision> AttemptAsync(RowRequest request)
    {
        try
        {
            reconciler.NoteSending(request.Draft);
            return await sender.SendAsync(request, stop.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (request.Attempts > 0 && !stop.Cancelling.IsCancellationRequested)
        {
            // The run stopped while this row waited to be sent again: it was sent, so it is not among the untouched.
            return new RetryDecision(NextStep.Fail);
        }
    }

    private async Task HoldAsync(Permit permit)
    {
        await permit.HoldAsync().ConfigureAwait(false);
        // A permit that became free by a stop may be handed on before the wait for it is cancelled.
        stop.Stopping.ThrowIfCancellationRequested();
    }
}
