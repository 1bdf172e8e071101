using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Finds out whether a doubtful create was carried out, in the way that the provider allows.</summary>
/// <param name="provider">The provider.</param>
/// <param name="keys">Finds keys in the list, where customers show them.</param>
/// <param name="identities">Finds customers by who they are.</param>
internal sealed class Reconciler(PaymentProvider provider, KeyReconciler keys, IdentityLookup identities)
{
    private ProviderCapabilities Capabilities => provider.Capabilities;

    /// <summary>Whether reconciling a row of an earlier run is a request of its own, for which the row needs its permit.</summary>
    public bool AsksForEachRow => Capabilities is { HonoursKey: true, FindsByDocument: true };

    /// <summary>Finds out about a create of this run.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindAsync(PreparedDraft draft, TimeSpan settle) =>
        Capabilities.ShowsKey ? keys.FindAsync(draft.Key, settle) : Task.FromResult(Finding.Unknown);

    /// <summary>Finds out about a create of an earlier run, at a time when the provider may have forgotten its key.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Finding> FindEarlierAsync(PreparedDraft draft, TimeSpan settle, CancellationToken cancellation)
    {
        if (AsksForEachRow)
            return new Finding(await identities.FindSameAsync(draft, cancellation).ConfigureAwait(false), IsCertain: true);
        // The key is all that there is to rely on: sent again, it makes no second customer.
        if (Capabilities.HonoursKey && !Capabilities.ShowsKey)
            return new Finding(null, IsCertain: true);
        return await FindAsync(draft, settle).ConfigureAwait(false);
    }
}
