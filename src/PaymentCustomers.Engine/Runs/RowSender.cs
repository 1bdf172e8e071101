using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Sends one row until its outcome is known. Retries where that is safe; where it is not, first determines whether the customer was
/// created. A failure is an outcome, not an exception.
/// </summary>
internal sealed class RowSender(
    RequestSender sender, Reconciler reconciler, ExistingRows existing, RowOutcomes outcomes, RunOptions options, RunStop stop)
{
    /// <summary>Creates the customer of a row.</summary>
    /// <param name="request">The row's request.</param>
    /// <param name="earlier">The doubt to resolve first, because an earlier run started the row; null if there is none.</param>
    /// <param name="isKnown">Whether the journal contains the row from an earlier run.</param>
    /// <param name="permit">The row's permit; the caller releases it.</param>
    /// <returns>The outcome of the row.</returns>
    /// <exception cref="OperationCanceledException">Nothing was sent, or the run was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public async Task<DraftOutcome> SendAsync(RowRequest request, EarlierDoubt? earlier, bool isKnown, Permit permit)
    {
        var draft = request.Draft;
        if (earlier is { } doubt && await existing.ReconcileAsync(request, doubt, permit).ConfigureAwait(false) is { } known)
            return known;

        PaymentError? notThere = null;
        while (true)
        {
            try
            {
                await permit.HoldAsync().ConfigureAwait(false);
                // When the run stops, a permit may be given before the wait for it is cancelled.
                stop.Stopping.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (notThere is not null && !stop.Cancelling.IsCancellationRequested)
            {
                // The row was sent and its customer does not exist. That is certain, although the row cannot be sent again any more.
                return outcomes.NotCreated(draft, request.IsInDoubt, notThere);
            }

            if (request.Attempts == 0 && draft.Operation == ProviderOperation.Create
                && await existing.FindAsync(draft, isKnown).ConfigureAwait(false) is { } found)
                return found;

            RetryDecision decision;
            try
            {
                reconciler.NoteSending(draft);
                decision = await sender.SendAsync(request, stop.Stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (request.Attempts > 0 && !stop.Cancelling.IsCancellationRequested)
            {
                // The run stopped while this row waited for a retry. The row was sent, so that its outcome is not NotSent.
                decision = new RetryDecision(NextStep.Fail);
            }

            if (decision.Step == NextStep.Done)
                return request.IsReplayed ? await ReplayedAsync(request).ConfigureAwait(false) : Done(request);

            var error = Describe(request);
            if (decision.Step == NextStep.StopRun)
                stop.Stop(decision.Delay == TimeSpan.Zero ? error : outcomes.AsksToWait(error, decision.Delay));
            if (decision.Step != NextStep.Reconcile)
                return await GiveUpAsync(request, error).ConfigureAwait(false);

            // Release the permit for other rows, because the lookup takes seconds.
            var ended = reconciler.Now;
            permit.Release();
            stop.LetThrough();
            var finding = await reconciler.FindAsync(draft, decision.Delay, ended).ConfigureAwait(false);
            if (finding.Customer is { } customer)
                return existing.Claim(request, CustomerOutcome.Created, customer);
            if (finding.Several is { } several)
                return outcomes.Doubled(draft, several);
            if (finding.IsCertain)
            {
                request.Settle();
                error = notThere = error with { RecommendedAction = ReconciliationMessages.NotThereAction };
            }

            if (!finding.IsCertain || request.Attempts > options.MaximumRetryCount || stop.IsStopping)
                return outcomes.NotCreated(draft, request.IsInDoubt, error, finding.Error);
        }
    }

    /// <summary>The outcome of a create that succeeded.</summary>
    private DraftOutcome Done(RowRequest request)
    {
        if (request.Draft.Operation == ProviderOperation.Create && existing.NoteCreated(request.Draft, request.Customer!.Id!) is { } error)
            return outcomes.Unknown(request.Draft, error);
        reconciler.NoteCreated(request.Draft);
        return new DraftOutcome(request.Draft.Draft, request.Customer!.Outcome, request.Customer, null);
    }

    /// <summary>The outcome of a create whose key the provider recognised. The customer may have been deleted since.</summary>
    private async Task<DraftOutcome> ReplayedAsync(RowRequest request)
    {
        var draft = request.Draft;
        var customer = request.Customer!;
        return await existing.IsGoneAsync(customer.Id!).ConfigureAwait(false)
            ? outcomes.NotCreated(draft, isInDoubt: false, outcomes.ReplayGone(draft, customer.Id!))
            : new DraftOutcome(draft.Draft, CustomerOutcome.Existing, customer, null);
    }

    /// <summary>The outcome of a row that is not sent again. If it is in doubt, the customer may be found by its identity.</summary>
    private async Task<DraftOutcome> GiveUpAsync(RowRequest request, PaymentError error)
    {
        // A provider that is not available would not answer a search either, and with the key a later retry creates no second customer.
        var isAnswered = request.Last is { Kind: AttemptKind.Answered, Status: < 500 and not (401 or 408 or 429) };
        if (!request.IsInDoubt || !isAnswered || request.Draft.Operation != ProviderOperation.Create || stop.IsStopping)
            return outcomes.NotCreated(request.Draft, request.IsInDoubt, error);
        var finding = await reconciler.FindByIdentityAsync(request.Draft, stop.Cancelling).ConfigureAwait(false);
        return finding.Customer is { } customer
            ? existing.Claim(request, request.IsFromBefore(customer.Created) ? CustomerOutcome.Existing : CustomerOutcome.Created, customer)
            : outcomes.NotCreated(request.Draft, isInDoubt: true, error, finding.Error);
    }

    private PaymentError Describe(RowRequest request)
    {
        var error = outcomes.Describe(request.Draft, request.Last!);
        return request.Contradiction is { } contradiction
            ? error with { Id = PaymentErrorId.ResponseInvalid, Message = $"{RowMessages.Row(request.Draft.Draft.Row)}: {contradiction}" }
            : error;
    }
}
