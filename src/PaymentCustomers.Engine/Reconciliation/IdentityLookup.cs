using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Finds existing customers: by document if the server can filter by it, otherwise in an index that is built by reading the list once.
/// A server that ignores the filter is detected with the first request, and the index is used from then on.
/// </summary>
/// <param name="provider">The provider.</param>
/// <param name="list">Reads the list of customers.</param>
/// <param name="reader">Reads single customers.</param>
/// <param name="matchBy">The identifying field if it is not the document: e-mail address, phone or user id.</param>
internal sealed class IdentityLookup(PaymentProvider provider, CustomerList list, CustomerReader reader, CustomerField matchBy)
{
    private readonly object _lock = new();
    private Task<KeyTable>? _index;
    private volatile bool _ignoresFilter;

    private CustomerField IdentityField => provider.Capabilities.FindsByDocument ? DocumentNumber : matchBy;

    /// <summary>Whether all rows depend on reading the list once, so that its failure concerns all of them.</summary>
    public bool ReadsWholeList => !provider.Capabilities.FindsByDocument || _ignoresFilter;

    /// <summary>The id of a customer on a list; null if it shows none that a customer can have.</summary>
    public static string? IdOf(PaymentCustomer customer) => customer.Id is { } id && CustomerEcho.IsSound(id) ? id : null;

    /// <summary>The existing customer that the draft would create again; null if there is none. Only its id is known, see <see cref="IdOf"/>.</summary>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    public async Task<PaymentCustomer?> FindAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (Identity.Of(IdentityField, draft.Values) is not { } identity)
            return null;
        if (provider.Capabilities.FindsByDocument && !_ignoresFilter)
        {
            var found = await FindByDocumentAsync(draft, identity, cancellation).ConfigureAwait(false);
            if (found.Count > 0 || !_ignoresFilter)
                return found.FirstOrDefault();
        }

        Task<KeyTable> index;
        // A list that could not be read is read again for the next row.
        lock (_lock)
            index = _index = _index is null or { IsFaulted: true } ? IndexAsync(cancellation) : _index;
        var isThere = (await index.ConfigureAwait(false)).StateOf(KeyHash.Of(identity), out var id) != KeyState.None;
        return isThere ? new PaymentCustomer(provider.Name, new CustomerContent { Id = id }) : null;
    }

    /// <summary>
    /// The customer that this draft created before; null if there is none. It has the same document and, where both have them, the same
    /// e-mail address, phone and names. For rows for which it is not known whether they were created.
    /// </summary>
    /// <exception cref="PaymentException">The list cannot be read, or shows an id that the customer does not have.</exception>
    public async Task<PaymentCustomer?> FindSameAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (Identity.Of(IdentityField, draft.Values) is not { } identity)
            return null;
        PaymentCustomer? found = null;
        if (!_ignoresFilter)
            found = (await FindByDocumentAsync(draft, identity, cancellation).ConfigureAwait(false)).Find(customer => IsSame(customer, draft));
        if (found is null && _ignoresFilter)
            found = await FindAsync(draft, cancellation).ConfigureAwait(false);
        if (found is null || IdOf(found) is not { } id)
            return found;
        // The list may show one id for several customers. Only a list of all of them would show that.
        var customer = await reader.RetrieveAsync(id, cancellation).ConfigureAwait(false);
        return customer.Id == id && Identity.Of(IdentityField, customer) == identity && IsSame(customer, draft)
            ? found
            : throw new PaymentException(new PaymentError(PaymentErrorId.ResponseInvalid, ReconciliationMessages.OtherThanListed(id)));
    }

    private static bool IsSame(PaymentCustomer customer, PreparedDraft draft) =>
        new[] { FirstName, LastName, Email, Phone }.All(field =>
            customer[field] is not { } its || draft.Values[(int)field] is not { } ours || EchoRules.IsSame(field, its, ours));

    private async Task<List<PaymentCustomer>> FindByDocumentAsync(PreparedDraft draft, string identity, CancellationToken cancellation)
    {
        foreach (var number in Identity.Spellings(draft.Values))
        {
            var found = new List<PaymentCustomer>();
            await foreach (var page in list.PagesAsync(new CustomerFilter { DocumentNumber = number }, cancellation).ConfigureAwait(false))
            {
                // The filter matches numbers leniently, for people. Here the documents must be exactly equal.
                found.AddRange(page.Customers.Where(customer => Identity.Of(DocumentNumber, customer) == identity));
                _ignoresFilter |= page.HasOthers;
                if (_ignoresFilter || found.Count > 0)
                    break;
            }

            if (found.Count > 0 || _ignoresFilter)
                return found;
        }

        return [];
    }

    private async Task<KeyTable> IndexAsync(CancellationToken cancellation)
    {
        var index = new KeyTable();
        await foreach (var page in list.PagesAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
        {
            foreach (var customer in page.Customers)
            {
                if (Identity.Of(IdentityField, customer) is { } identity)
                    index.Set(KeyHash.Of(identity), KeyState.Existing, customer.Id);
            }
        }

        return index;
    }
}
