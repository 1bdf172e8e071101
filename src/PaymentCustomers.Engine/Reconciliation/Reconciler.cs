using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Determines whether a doubtful create was carried out, by the means that the provider offers.</summary>
/// <param name="provider">The provider.</param>
/// <param name="keys">Finds keys in the list, if customers show them.</param>
/// <param name="identities">Finds customers by their identity.</param>
/// <param name="outage">Decides whether to look up identities.</param>
/// <param name="sent">The keys that a list must show.</param>
internal sealed class Reconciler(PaymentProvider provider, KeyReconciler keys, IdentityLookup identities, ListOutage outage, SentKeys sent)
{
    private ProviderCapabilities Capabilities => provider.Capabilities;

    /// <summary>Whether reconciling a row of an earlier run needs a request of its own, which counts against the concurrency limit.</summary>
    public bool AsksForEachRow => Capabilities is { HonoursKey: true, FindsByDocument: true };

    /// <summary>The current monotonic timestamp, by which doubts are dated.</summary>
    public long Now => sent.Now;

    /// <summary>Records that a request with the row's key is about to be sent.</summary>
    public void NoteSending(PreparedDraft draft)
    {
        if (Capabilities.ShowsKey && draft.Operation == ProviderOperation.Create)
            sent.NoteSending(draft.Key);
    }

    /// <summary>Records that the provider confirmed the row's customer.</summary>
    public void NoteCreated(PreparedDraft draft)
    {
        if (Capabilities.ShowsKey && draft.Operation == ProviderOperation.Create)
            sent.NoteCreated(draft.Key);
    }

    /// <summary>Looks up a create of this run by its key.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first, because the request may still be carried out.</param>
    /// <param name="doubt">When the doubtful request ended, by <see cref="Now"/>.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindAsync(PreparedDraft draft, TimeSpan settle, long doubt) =>
        Capabilities.ShowsKey ? keys.FindAsync(draft.Key, settle, doubt) : Task.FromResult(Finding.Unknown);

    /// <summary>
    /// Looks up the customer of a create of this run by its identity, if the server can filter by it. Not finding it proves nothing,
    /// because the search result does not show whether it is up to date.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindByIdentityAsync(PreparedDraft draft, CancellationToken cancellation) =>
        AsksForEachRow ? LookUpAsync(draft, cancellation) : Task.FromResult(Finding.Unknown);

    /// <summary>Looks up a create of an earlier run, whose key the provider may have forgotten.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first, because the request may still be carried out.</param>
    /// <param name="begun">When this run started. The doubtful request had ended by then.</param>
    /// <param name="isOld">Whether the doubt is so old that the list must show its customer by now.</param>
    /// <param name="isKeyKept">Whether the provider still remembers the key.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Finding> FindEarlierAsync(
        PreparedDraft draft, TimeSpan settle, long begun, bool isOld, bool isKeyKept, CancellationToken cancellation)
    {
        // If it is not found by identity, the row is sent again with its key. As long as the provider keeps the key, that creates no second customer.
        if (AsksForEachRow)
        {
            var finding = await LookUpAsync(draft, cancellation).ConfigureAwait(false);
            return finding is { Customer: null, Error: null } ? Finding.SafeToRepeat : finding;
        }

        // While the provider remembers the key, sending it again creates no second customer. Without keys in the list, nothing else is available.
        if (Capabilities.HonoursKey && (isKeyKept || !Capabilities.ShowsKey))
            return Finding.SafeToRepeat;
        return Capabilities.ShowsKey
            ? await keys.FindAsync(draft.Key, settle, begun, isOld).ConfigureAwait(false)
            : Finding.Unknown;
    }

    private async Task<Finding> LookUpAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        try
        {
            var customer = await outage.LookAsync(() => identities.FindSameAsync(draft, cancellation), cancellation).ConfigureAwait(false);
            return new Finding(customer, IsCertain: customer is not null);
        }
        catch (PaymentException e)
        {
            return Finding.Unknown with { Error = e.Error };
        }
    }
}
