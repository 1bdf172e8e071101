using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>An earlier run's doubt about a row.</summary>
/// <param name="Settle">How long to wait before it is looked into.</param>
/// <param name="IsOld">Whether it is so old that no list is behind it any more.</param>
/// <param name="Begun">When this run began: the doubtful request had ended by then.</param>
/// <param name="IsKeyKept">Whether the provider still remembers the key, so that sending the row again is harmless.</param>
internal readonly record struct EarlierDoubt(TimeSpan Settle, bool IsOld, long Begun, bool IsKeyKept);

/// <summary>Finds rows whose customer is there already, before anything is sent for them.</summary>
internal sealed class ExistingRows(
    Reconciler reconciler, IdentityLookup identities, CustomerReader customers, RowOutcomes outcomes, RunOptions options, bool looksFirst, RunStop stop)
{
    /// <summary>Finds out whether an earlier run, which did not learn it, has created the customer.</summary>
    /// <param name="request">The row's request; it learns of a doubt that stays.</param>
    /// <param name="doubt">The doubt.</param>
    /// <param name="hold">Waits for the row's permit.</param>
    /// <returns>What became of the row; null if it has to be sent.</returns>
    public async Task<DraftOutcome?> ReconcileAsync(RowRequest request, EarlierDoubt doubt, Func<Task> hold)
    {
        var draft = request.Draft;
        try
        {
            if (reconciler.AsksForEachRow)
                await hold().ConfigureAwait(false);
            var finding = await reconciler.FindEarlierAsync(
                draft, doubt.Settle, doubt.Begun, doubt.IsOld, doubt.IsKeyKept, stop.Cancelling).ConfigureAwait(false);
            if (finding.Customer is not null)
                return outcomes.Found(draft, CustomerOutcome.Created, finding.Customer.Id, fromJournal: true);
            if (finding.Several is { } several)
                return outcomes.Doubled(draft, several);
            if (finding.StaysInDoubt)
                request.Doubt();
            return finding.IsCertain ? null : outcomes.NotReconciled(draft);
        }
        catch (PaymentException e)
        {
            return outcomes.Unknown(draft, FromList(draft, e.Error));
        }
    }

    /// <summary>
    /// Finds out whether anybody has created the customer before, where that was asked for, or where a run goes on with a
    /// journal that does not know the row: it may be one that was changed since.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="isKnown">Whether the journal knows the row from before.</param>
    /// <returns>Null if nobody has.</returns>
    public async Task<DraftOutcome?> FindAsync(PreparedDraft draft, bool isKnown)
    {
        if (!options.SkipExisting && (isKnown || !looksFirst || !reconciler.AsksForEachRow))
            return null;
        try
        {
            return await identities.FindAsync(draft, stop.Cancelling).ConfigureAwait(false) is { } id
                ? outcomes.Found(draft, CustomerOutcome.Existing, id)
                : null;
        }
        catch (PaymentException e)
        {
            var reason = FromList(draft, e.Error);
            // A list that cannot be read cannot be read for the other rows either.
            if (e.Error.Id == PaymentErrorId.ResponseInvalid || identities.ReadsWholeList)
                stop.Stop(reason);
            return outcomes.NotCreated(draft, isInDoubt: false, reason);
        }
    }

    /// <summary>Whether a customer is known not to be there any more.</summary>
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
