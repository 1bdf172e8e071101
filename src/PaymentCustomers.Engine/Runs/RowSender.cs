using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Brings one row to its outcome: sends it, again where that is safe, and where it is not, finds out whether it was
/// created before it sends it again. A failure is an outcome, not an exception.
/// </summary>
internal sealed class RowSender(
    RequestSender sender, Reconciler reconciler, IdentityLookup existing, RowOutcomes outcomes, RunOptions options, RunStop stop)
{
    /// <summary>Creates the customer of a row.</summary>
    /// <param name="request">The row's request.</param>
    /// <param name="settle">How long to wait before the row is reconciled, because an earlier run started it; null if none did.</param>
    /// <param name="permit">The row's permit; the caller gives it back.</param>
    /// <returns>What became of the row.</returns>
    /// <exception cref="OperationCanceledException">Nothing was sent, or the run was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public async Task<DraftOutcome> SendAsync(CreateRequest request, TimeSpan? settle, Permit permit)
    {
        var draft = request.Draft;
        if (settle is { } time && await ReconcileEarlierAsync(draft, time, permit).ConfigureAwait(false) is { } earlier)
            return earlier;

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

            if (request.Attempts == 0 && options.SkipExisting && await FindExistingAsync(draft).ConfigureAwait(false) is { } found)
                return found;
            var decision = await AttemptAsync(request).ConfigureAwait(false);
            if (decision.Step == NextStep.Done)
                return new DraftOutcome(draft.Draft, CustomerOutcome.Created, request.Customer, null);

            var error = outcomes.Describe(draft, request.Last!);
            if (decision.Step == NextStep.StopRun)
                stop.Stop(decision.Delay == TimeSpan.Zero ? error : outcomes.AsksToWait(error, decision.Delay));
            if (decision.Step != NextStep.Reconcile)
                return outcomes.NotCreated(draft, request.IsInDoubt, error);

            // To find out takes seconds, and others need none.
            permit.Release();
            var finding = await reconciler.FindAsync(draft, decision.Delay).ConfigureAwait(false);
            if (finding.Customer is not null)
                return outcomes.Found(draft, CustomerOutcome.Created, finding.Customer.Id);
            if (finding.IsCertain)
            {
                request.Settle();
                error = notThere = error with { RecommendedAction = ReconciliationMessages.NotThereAction };
            }

            if (!finding.IsCertain || request.Attempts > options.MaximumRetryCount || stop.Stopping.IsCancellationRequested)
                return outcomes.NotCreated(draft, request.IsInDoubt, error);
        }
    }

    private async Task<RetryDecision> AttemptAsync(CreateRequest request)
    {
        try
        {
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

    /// <summary>Finds out whether an earlier run, which did not learn it, has created the customer.</summary>
    private async Task<DraftOutcome?> ReconcileEarlierAsync(PreparedDraft draft, TimeSpan settle, Permit permit)
    {
        try
        {
            if (reconciler.AsksForEachRow)
                await HoldAsync(permit).ConfigureAwait(false);
            var finding = await reconciler.FindEarlierAsync(draft, settle, stop.Cancelling).ConfigureAwait(false);
            if (finding.Customer is not null)
                return outcomes.Found(draft, CustomerOutcome.Created, finding.Customer.Id, fromJournal: true);
            return finding.IsCertain ? null : outcomes.NotReconciled(draft);
        }
        catch (PaymentException e)
        {
            return outcomes.Unknown(draft, FromList(draft, e.Error));
        }
    }

    /// <summary>Finds out whether anybody has created the customer before.</summary>
    private async Task<DraftOutcome?> FindExistingAsync(PreparedDraft draft)
    {
        try
        {
            return await existing.FindAsync(draft, stop.Cancelling).ConfigureAwait(false) is { } id
                ? outcomes.Found(draft, CustomerOutcome.Existing, id)
                : null;
        }
        catch (PaymentException e)
        {
            return outcomes.NotCreated(draft, isInDoubt: false, FromList(draft, e.Error));
        }
    }

    /// <summary>What the list answered to one row; it stops the run where it means all of them.</summary>
    private PaymentError FromList(PreparedDraft draft, PaymentError error)
    {
        var reason = RowOutcomes.OfRow(draft, error with { Message = $"{RowMessages.Row(draft.Draft.Row)}: {error.Message}" });
        if (error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected)
            stop.Stop(reason);
        else if (error is { Id: PaymentErrorId.RateLimited or PaymentErrorId.ProviderUnavailable, RetryAfter: { } wait } && wait > RetryRules.LongestWait)
            stop.Stop(outcomes.AsksToWait(reason, wait));
        return reason;
    }
}
