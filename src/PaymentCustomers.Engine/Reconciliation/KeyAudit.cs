using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Reads the whole list once and finds every key of a run that several customers carry.</summary>
/// <param name="list">Reads the list of customers.</param>
/// <param name="shared">The run.</param>
internal sealed class KeyAudit(CustomerList list, ISharedRun shared)
{
    /// <summary>Audits the list if this run is the last one.</summary>
    /// <param name="cancellation">Cancels the audit.</param>
    /// <returns>A message about what was found; null if there is none.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await shared.IsLastAsync(cancellation).ConfigureAwait(false))
                return null;
            var doubled = await FindAsync(cancellation).ConfigureAwait(false);
            foreach (var (key, ids) in doubled)
                shared.NoteDoubled(key, ids);
            return doubled.Count == 0 ? null : ReconciliationMessages.Doubled([.. doubled.Select(pair => string.Join(": ", pair.Key, string.Join(", ", pair.Value)))]);
        }
        catch (PaymentException e)
        {
            return ReconciliationMessages.NotAudited(e.Message);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, List<string>>> FindAsync(CancellationToken cancellation)
    {
        // Most keys occur once: the table takes 42 bytes for each, and only keys that occur several times are kept as text.
        var seen = new KeyTable();
        var doubled = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (var page in list.PagesAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
        {
            foreach (var customer in page.Customers)
            {
                if (customer is not { IdempotencyKey: { } key, Id: { } id } || !shared.Knows(key))
                    continue;
                var hash = KeyHash.Of(key);
                if (seen.StateOf(hash, out var first) == KeyState.None)
                    seen.Set(hash, KeyState.Created, id);
                else if (first != id)
                    Add(doubled, key, first!, id);
            }
        }

        return doubled;
    }

    private static void Add(Dictionary<string, List<string>> doubled, string key, string first, string id)
    {
        if (!doubled.TryGetValue(key, out var ids))
            doubled[key] = ids = [first];
        if (!ids.Contains(id, StringComparer.Ordinal))
            ids.Add(id);
    }
}
