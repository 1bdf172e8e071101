using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Finds out whether a doubtful create was carried out, in the way that the provider allows.</summary>
/// <param name="provider">The provider.</param>
/// <param name="keys">Finds keys in the list, where customers show them.</param>
/// <param name="identities">Finds customers by who they are.</param>
/// <param name="sent">The keys that a list must show.</param>
internal sealed class Reconciler(PaymentProvider provider, KeyReconciler keys, IdentityLookup identities, SentKeys sent)
{
    private ProviderCapabilities Capabilities => provider.Capabilities;

    /// <summary>Whether reconciling a row of an earlier run is a request of its own, for which the row needs its permit.</summary>
    public bool AsksForEachRow => Capabilities is { HonoursKey: true, FindsByDocument: true };

    /// <summary>The time by which doubts are dated; monotonic.</summary>
    public long Now => sent.Now;

    /// <summary>A request with the key is about to be sent.</summary>
    public void NoteSending(PreparedDraft draft)
    {
        if (Capabilities.ShowsKey && draft.Operation == ProviderOperation.Create)
            sent.NoteSending(draft.Key);
    }

    /// <summary>The provider said that it created the row's customer.</summary>
    public void NoteCreated(PreparedDraft draft)
    {
        if (Capabilities.ShowsKey && draft.Operation == ProviderOperation.Create)
            sent.NoteCreated(draft.Key);
    }

    /// <summary>Finds out about a create of this run by its key.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <param name="doubt">When the doubtful request had ended, by <see cref="Now"/>.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindAsync(PreparedDraft draft, TimeSpan settle, long doubt) =>
        Capabilities.ShowsKey ? keys.FindAsync(draft.Key, settle, doubt) : Task.FromResult(Finding.Unknown);

    /// <summary>
    /// Finds the customer of a create of this run by who it is, where the provider can be asked. That nobody is found says
    /// nothing: such a search has no witness.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<PaymentCustomer?> FindByIdentityAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (!AsksForEachRow)
            return null;
        try
        {
            return await identities.FindSameAsync(draft, cancellation).ConfigureAwait(false);
        }
        catch (PaymentException)
        {
            return null;
        }
    }

    /// <summary>Finds out about a create of an earlier run, at a time when the provider may have forgotten its key.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <param name="begun">When this run began: the doubtful request had ended by then.</param>
    /// <param name="isOld">Whether the doubt is so old that no list is behind it any more.</param>
    /// <param name="isKeyKept">Whether the provider still remembers the key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Finding> FindEarlierAsync(
        PreparedDraft draft, TimeSpan settle, long begun, bool isOld, bool isKeyKept, CancellationToken cancellation)
    {
        // Not found by identity, the row is sent again with its key: where the provider still keeps it, that makes no second customer.
        if (AsksForEachRow)
            return await identities.FindSameAsync(draft, cancellation).ConfigureAwait(false) is { } customer ? new Finding(customer, IsCertain: true) : Finding.Harmless;
        // While the key is remembered, sending it again makes no second customer; and it may be all that there is to rely on.
        if (Capabilities.HonoursKey && (isKeyKept || !Capabilities.ShowsKey))
            return Finding.Harmless;
        return Capabilities.ShowsKey
            ? await keys.FindAsync(draft.Key, settle, begun, isOld).ConfigureAwait(false)
            : Finding.Unknown;
    }
}
