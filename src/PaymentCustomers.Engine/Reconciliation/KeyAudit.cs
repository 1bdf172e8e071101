using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Reads the whole list once and finds every key of a run that several customers carry. The run's own customers divide the list into
/// parts, which are read at the same time: one part starts after each of some customers, and ends where another one starts.
/// </summary>
/// <param name="list">Reads the list of customers.</param>
/// <param name="shared">The run.</param>
/// <param name="mostParts">The maximum number of parts that are read at the same time.</param>
internal sealed class KeyAudit(CustomerList list, ISharedRun shared, int mostParts)
{
    // Short lists are read faster as a whole.
    private const int LeastPerPart = 500;

    private readonly IdSample _created = new(mostParts - 1, Random.Shared);

    /// <summary>Notes a customer that this run has created.</summary>
    public void NoteCreated(string id) => _created.Add(id);

    /// <summary>Audits the list if this run is the last one.</summary>
    /// <param name="cancellation">Cancels the audit.</param>
    /// <returns>A message about what was found; null if there is none.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await shared.IsLastAsync(cancellation).ConfigureAwait(false))
                return null;
            var doubled = (await FindAsync(cancellation).ConfigureAwait(false)).Doubled;
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

    private async Task<SeenKeys> FindAsync(CancellationToken cancellation)
    {
        var starts = _created.Ids.Take((int)Math.Min(mostParts - 1, _created.Count / LeastPerPart)).ToHashSet(StringComparer.Ordinal);
        try
        {
            return await ReadAsync(starts, cancellation).ConfigureAwait(false);
        }
        // A customer at the start of a part may have been deleted.
        catch (PaymentException) when (starts.Count > 0)
        {
            return await ReadAsync([], cancellation).ConfigureAwait(false);
        }
    }

    private async Task<SeenKeys> ReadAsync(HashSet<string> starts, CancellationToken cancellation)
    {
        var seen = new SeenKeys(shared);
        await Parallel.ForEachAsync(
            starts.Prepend(null),
            new ParallelOptions { MaxDegreeOfParallelism = mostParts, CancellationToken = cancellation },
            async (start, cancelling) =>
            {
                await foreach (var page in list.PagesAsync(CustomerFilter.None, cancelling, start).ConfigureAwait(false))
                {
                    seen.Take(page);
                    if (page.Customers.Exists(customer => customer.Id is { } id && id != start && starts.Contains(id)))
                        break;
                }
            }).ConfigureAwait(false);
        return seen;
    }

    /// <summary>The keys of the run on the list. Safe for concurrent use.</summary>
    private sealed class SeenKeys(ISharedRun shared)
    {
        private readonly object _lock = new();

        // Most keys occur once: the table takes 25 bytes for each, and only keys that occur several times are kept as text.
        private readonly KeyTable _seen = new();

        /// <summary>The keys that several customers carry, with the customers' ids.</summary>
        public Dictionary<string, List<string>> Doubled { get; } = new(StringComparer.Ordinal);

        public void Take(CustomerPage page)
        {
            lock (_lock)
            {
                foreach (var customer in page.Customers)
                {
                    if (customer is { IdempotencyKey: { } key, Id: { } id } && shared.Knows(key))
                        Take(key, id);
                }
            }
        }

        private void Take(string key, string id)
        {
            var hash = KeyHash.Of(key);
            if (_seen.StateOf(hash, out var first) == KeyState.None)
                _seen.Set(hash, KeyState.Created, id);
            else if (first != id)
                Add(key, first!, id);
        }

        private void Add(string key, string first, string id)
        {
            if (!Doubled.TryGetValue(key, out var ids))
                Doubled[key] = ids = [first];
            if (!ids.Contains(id, StringComparer.Ordinal))
                ids.Add(id);
        }
    }
}
