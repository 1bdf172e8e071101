using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Lookups;
using PaymentCustomers.Engine.Reading;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Brings one row to its outcome: sends it, again where that is safe, and where it is not, looks whether it was created
/// before it sends it again. A failure is an outcome, not an exception.
/// </summary>
internal sealed class RowSender(
    ProviderClient client, RequestSender sender, CustomerReader reader, KeyLookup lookup, ExistingCustomers existing, RunOptions options,
    Action<PaymentError, TimeSpan> stop)
{
    /// <summary>The request for a valid draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellation">Ends everything.</param>
    public CreateRequest Request(PreparedDraft draft, CancellationToken cancellation) => new(client, reader, draft, cancellation);

    /// <summary>Creates the customer of a row.</summary>
    /// <param name="request">The row's request.</param>
    /// <param name="settle">How long to wait and look before the first attempt, because an earlier run started the row; null if none did.</param>
    /// <param name="lease">The row's permit; the caller gives it back.</param>
    /// <param name="stopping">Ends waits: the run stops. A request that is under way goes on.</param>
    /// <param name="cancellation">Ends everything.</param>
    /// <returns>What became of the row.</returns>
    /// <exception cref="OperationCanceledException">Nothing was sent, or the run was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public async Task<DraftOutcome> SendAsync(
        CreateRequest request, TimeSpan? settle, Lease lease, CancellationToken stopping, CancellationToken cancellation)
    {
        var draft = request.Draft;
        if (settle is { } time && await LookAgainAsync(draft, time, lease, stopping, cancellation).ConfigureAwait(false) is { } earlier)
            return earlier;

        PaymentError? notThere = null;
        while (true)
        {
            try
            {
                await lease.HoldAsync().ConfigureAwait(false);
                // A permit that became free by a stop may be handed on before the wait for it is cancelled.
                stopping.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (notThere is not null && !cancellation.IsCancellationRequested)
            {
                // It was sent and is not there: that is known, though it cannot be sent again any more.
                return NotCreated(draft, request, notThere);
            }

            if (request.Attempts == 0 && options.SkipExisting && await FindExistingAsync(draft, cancellation).ConfigureAwait(false) is { } found)
                return found;
            RetryDecision decision;
            try
            {
                decision = await sender.SendAsync(request, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (request.Attempts > 0 && !cancellation.IsCancellationRequested)
            {
                // The run stopped while this row waited to be sent again: it was sent, so it is not among the untouched.
                decision = new RetryDecision(NextStep.Fail);
            }

            if (decision.Step == NextStep.Done)
                return new DraftOutcome(draft.Draft, CustomerOutcome.Created, request.Customer, null);

            var error = Describe(draft, request.Last!);
            if (decision.Step == NextStep.StopRun)
                stop(error, decision.Delay);
            if (decision.Step != NextStep.Look)
                return NotCreated(draft, request, error);

            // A look takes seconds, and others need none.
            lease.Release();
            var look = await lookup.FindAsync(draft.Key, decision.Delay).ConfigureAwait(false);
            if (look.Customer is not null)
                return Found(draft, CustomerOutcome.Created, look.Customer.Id);
            if (look.IsCertain)
            {
                request.Settle();
                error = notThere = error with { RecommendedAction = Messages.NotThereAction };
            }

            if (!look.IsCertain || request.Attempts > options.MaximumRetryCount || stopping.IsCancellationRequested)
                return NotCreated(draft, request, error);
        }
    }

    /// <summary>A row that is given up: failed, or nobody can say.</summary>
    private DraftOutcome NotCreated(PreparedDraft draft, ProviderRequest request, PaymentError error) => request.IsInDoubt
        ? new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, Unknown(error))
        : new DraftOutcome(draft.Draft, CustomerOutcome.Failed, null, error);

    /// <summary>The outcome of a row whose customer is known without a request.</summary>
    public DraftOutcome Found(PreparedDraft draft, CustomerOutcome outcome, string? id, bool fromJournal = false)
    {
        var content = new CustomerContent(draft.Values) { Id = id };
        client.Provider.Complete(content);
        var customer = new PaymentCustomerResult(client.Provider.Name, draft.Draft.Row, outcome, content) { FromJournal = fromJournal };
        return new DraftOutcome(draft.Draft, outcome, customer, null);
    }

    /// <summary>Looks whether an earlier run, which did not learn it, has created the customer.</summary>
    private async Task<DraftOutcome?> LookAgainAsync(
        PreparedDraft draft, TimeSpan settle, Lease lease, CancellationToken stopping, CancellationToken cancellation)
    {
        try
        {
            var look = client.Provider.Capabilities.HonoursKey
                ? new LookResult(await FindSameAsync(draft, lease, stopping, cancellation).ConfigureAwait(false), IsCertain: true)
                : await lookup.FindAsync(draft.Key, settle).ConfigureAwait(false);
            if (look.Customer is not null)
                return Found(draft, CustomerOutcome.Created, look.Customer.Id, fromJournal: true);
            return look.IsCertain
                ? null
                : new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, Unknown(NotLooked(draft)));
        }
        catch (PaymentException e)
        {
            return new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, Unknown(OfRow(draft, e.Error)));
        }
    }

    private async Task<PaymentCustomer?> FindSameAsync(
        PreparedDraft draft, Lease lease, CancellationToken stopping, CancellationToken cancellation)
    {
        await lease.HoldAsync().ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
        return await existing.FindSameAsync(draft, cancellation).ConfigureAwait(false);
    }

    /// <summary>Looks whether anybody has created the customer before.</summary>
    private async Task<DraftOutcome?> FindExistingAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        try
        {
            return await existing.FindAsync(draft, cancellation).ConfigureAwait(false) is { } id
                ? Found(draft, CustomerOutcome.Existing, id)
                : null;
        }
        catch (PaymentException e)
        {
            return new DraftOutcome(draft.Draft, CustomerOutcome.Failed, null, OfRow(draft, e.Error));
        }
    }

    /// <summary>What the list answered to one row; it stops the run where it means all of them.</summary>
    private PaymentError OfRow(PreparedDraft draft, PaymentError error)
    {
        var reason = error with
        {
            Message = $"{Messages.Row(draft.Draft.Row)}: {error.Message}",
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
        };
        if (Errors.StopsRun(error))
            stop(reason, TimeSpan.Zero);
        else if (error is { Id: PaymentErrorId.RateLimited or PaymentErrorId.ProviderUnavailable, RetryAfter: { } wait } && wait > RetryRules.LongestWait)
            stop(reason, wait);
        return reason;
    }

    private PaymentError Describe(PreparedDraft draft, Attempt attempt) =>
        Errors.Failed(client, attempt, Messages.Row(draft.Draft.Row)) with { Row = draft.Draft.Row, IdempotencyKey = draft.Key };

    private PaymentError Unknown(PaymentError error) => error with
    {
        Id = PaymentErrorId.OutcomeUnknown,
        Message = Messages.OutcomeUnknown(error.Message),
        RecommendedAction = Messages.AmbiguousAction(client.Provider, Providers.ProviderOperation.Create),
    };

    private static PaymentError NotLooked(PreparedDraft draft) =>
        new(PaymentErrorId.OutcomeUnknown, $"{Messages.Row(draft.Draft.Row)}: {Messages.CannotLook}")
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
        };
}
