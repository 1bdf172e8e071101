using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>A doubt that an earlier run left about a row.</summary>
/// <param name="Settle">How long to wait before looking the row up.</param>
/// <param name="IsOld">Whether the doubt is so old that the list must show its customer by now.</param>
/// <param name="Begun">When this run started. The doubtful request had ended by then.</param>
/// <param name="IsKeyKept">Whether the provider still remembers the key, so that sending the row again creates no second customer.</param>
internal readonly record struct EarlierDoubt(TimeSpan Settle, bool IsOld, long Begun, bool IsKeyKept);

/// <summary>Finds rows whose customer exists already, before anything is sent for them.</summary>
internal sealed class ExistingRows(
    Reconciler reconciler, IdentityLookup identities, CustomerReader customers, RowOutcomes outcomes, RunOptions options, bool looksFirst, RunStop stop)
{
    /// <summary>Determines whether an earlier run, which did not learn the result, created the customer.</summary>
    /// <param name="request">The row's request. It is marked if the doubt remains.</param>
    /// <param name="doubt">The doubt.</param>
    /// <param name="permit">The row's permit.</param>
    /// <returns>The outcome of the row; null if it has to be sent.</returns>
    public async Task<DraftOutcome?> ReconcileAsync(RowRequest request, EarlierDoubt doubt, Permit permit)
    {
        var draft = request.Draft;
        if (reconciler.AsksForEachRow)
        {
            await permit.HoldAsync().ConfigureAwait(false);
            // When the run stops, a permit may be given before the wait for it is cancelled.
            stop.Stopping.ThrowIfCancellationRequested();
        }

        var finding = await reconciler.FindEarlierAsync(
            draft, doubt.Settle, doubt.Begun, doubt.IsOld, doubt.IsKeyKept, stop.Cancelling).ConfigureAwait(false);
        if (finding.Customer is { } customer)
            return Claim(request, CustomerOutcome.Created, customer, fromJournal: true);
        if (finding.Several is { } several)
            return outcomes.Doubled(draft, several);
        if (finding.Error is { } error)
            return outcomes.NotLookedUp(draft, FromList(draft, error));
        if (finding.StaysInDoubt)
            request.Doubt();
        return finding.IsCertain ? null : outcomes.NotShown(draft);
    }

    /// <summary>
    /// Determines whether the customer of a row exists already, if it is to be looked for before the row is sent: if the user asked for it,
    /// or if a run continues a journal that does not contain the row, because such a row may have been changed since it was sent.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="isKnown">Whether the journal contains the row.</param>
    /// <returns>The outcome of the row; null if it has to be sent.</returns>
    public async Task<DraftOutcome?> FindAsync(PreparedDraft draft, bool isKnown)
    {
        if (!LooksFirst(isKnown))
            return null;
        try
        {
            if (await identities.FindAsync(draft, stop.Cancelling).ConfigureAwait(false) is not { } found)
                return null;
            if (IdentityLookup.IdOf(found) is not { } id)
                return outcomes.NotCreated(draft, isInDoubt: false, RowOutcomes.WithoutId(draft));
            return identities.IsOfSeveral(draft, id, out var otherRow)
                ? await CompareAsync(draft, id, otherRow).ConfigureAwait(false)
                : outcomes.Found(draft, CustomerOutcome.Existing, id);
        }
        catch (PaymentException e)
        {
            var reason = FromList(draft, e.Error);
            // If the list cannot be read for this row, it cannot be read for other rows either.
            if (e.Error.Id == PaymentErrorId.ResponseInvalid || identities.ReadsWholeList)
                stop.Stop(reason);
            return outcomes.NotCreated(draft, isInDoubt: false, reason);
        }
    }

    /// <summary>The outcome of a row in doubt whose customer was found. Its id must not be that of an earlier row about another person.</summary>
    public DraftOutcome Claim(RowRequest request, CustomerOutcome outcome, PaymentCustomer customer, bool fromJournal = false) =>
        IdentityLookup.IdOf(customer) is { } id && NoteCreated(request.Draft, id) is { } error
            ? outcomes.Unknown(request.Draft, error)
            : outcomes.Claimed(request, outcome, customer, fromJournal);

    /// <summary>Records the id of a row's customer, so that the list cannot show it for another person.</summary>
    /// <returns>The error if it has the id of an earlier row about another person; otherwise null.</returns>
    public PaymentError? NoteCreated(PreparedDraft draft, string id)
    {
        if (!LooksFirst(isKnown: false) || !identities.IsOfSeveral(draft, id, out var otherRow) || otherRow is null)
            return null;
        return new PaymentError(PaymentErrorId.ResponseInvalid, $"{RowMessages.Row(draft.Draft.Row)}: {ReconciliationMessages.OfSeveral(id, otherRow)}");
    }

    private bool LooksFirst(bool isKnown) => options.SkipExisting || (!isKnown && looksFirst && reconciler.AsksForEachRow);

    /// <summary>
    /// The outcome of a row whose customer has, on the list, the same id as another one. Reading the customer shows whose id it is. If another
    /// row has it already, one of the two is wrong.
    /// </summary>
    private async Task<DraftOutcome> CompareAsync(PreparedDraft draft, string id, long? otherRow)
    {
        string owner;
        try
        {
            var isOfRow = await identities.IsOfAsync(draft, id, stop.Cancelling).ConfigureAwait(false);
            if (isOfRow && otherRow is null)
                return outcomes.Found(draft, CustomerOutcome.Existing, id);
            owner = isOfRow ? ReconciliationMessages.IdOfThisRow : ReconciliationMessages.IdOfAnother;
        }
        catch (PaymentException e)
        {
            FromList(draft, e.Error);
            owner = e.Message;
        }

        return outcomes.NotCreated(draft, isInDoubt: false, RowOutcomes.WithoutOwnId(draft, $"{ReconciliationMessages.OfSeveral(id, otherRow)} {owner}"));
    }

    /// <summary>Whether a customer certainly no longer exists.</summary>
    public async Task<bool> IsGoneAsync(string id)
    {
        try
        {
            await customers.RetrieveAsync(id, stop.Cancelling).ConfigureAwait(false);
            return false;
        }
        catch (PaymentException e)
        {
            return e.Error.Id == PaymentErrorId.CustomerNotFound;
        }
    }

    /// <summary>The error of a lookup for a row. Stops the run if it concerns all rows.</summary>
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
