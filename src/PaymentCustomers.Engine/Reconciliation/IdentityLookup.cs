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

    // Whose customer each id is, as far as this run has seen it, and the ids that were seen for several people.
    private readonly PackedTable<Owner> _owners = new();
    private readonly HashSet<string> _ofSeveral = new(StringComparer.Ordinal);
    private Task<KeyTable>? _index;
    private volatile bool _ignoresFilter;

    private CustomerField IdentityField => provider.Capabilities.FindsByDocument ? DocumentNumber : matchBy;

    /// <summary>Whether all rows depend on reading the list once, so that its failure concerns all of them.</summary>
    public bool ReadsWholeList => !provider.Capabilities.FindsByDocument || _ignoresFilter;

    /// <summary>The id of a customer on a list; null if it shows none that a customer can have.</summary>
    public static string? IdOf(PaymentCustomer customer) => customer.Id is { } id && CustomerEcho.IsSound(id) ? id : null;

    /// <summary>
    /// The existing customer that the draft would create again; null if there is none. Only its id is known, see <see cref="IdOf"/>, and
    /// the list may show the same id for others, see <see cref="IsOfSeveral"/>.
    /// </summary>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    public async Task<PaymentCustomer?> FindAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (Identity.Of(IdentityField, draft.Values) is not { } identity)
            return null;
        if (provider.Capabilities.FindsByDocument && !_ignoresFilter)
        {
            var found = await FindByDocumentAsync(draft, identity, cancellation).ConfigureAwait(false);
            // Only the whole list shows whether the id is also that of others.
            if (!_ignoresFilter)
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
        return await ReadAsync(id, identity, cancellation).ConfigureAwait(false) is { } customer && IsSame(customer, draft)
            ? found
            : throw new PaymentException(new PaymentError(PaymentErrorId.ResponseInvalid, ReconciliationMessages.OtherThanListed(id)));
    }

    /// <summary>Records that an id was found or created for a row, and determines whether this run has also seen it for another person.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="id">The id.</param>
    /// <param name="otherRow">The earlier row about another person that has the id; null if no row is known.</param>
    public bool IsOfSeveral(PreparedDraft draft, string id, out long? otherRow)
    {
        otherRow = null;
        return Identity.Of(IdentityField, draft.Values) is { } identity && Note(id, KeyHash.Of(identity), draft.Draft.Row, out otherRow);
    }

    /// <summary>Reads a customer, and determines whether it is the customer of a row.</summary>
    /// <exception cref="PaymentException">The customer cannot be read.</exception>
    public async Task<bool> IsOfAsync(PreparedDraft draft, string id, CancellationToken cancellation) =>
        Identity.Of(IdentityField, draft.Values) is { } identity && await ReadAsync(id, identity, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Records whose customer an id is, and determines whether the id was seen for several people.</summary>
    private bool Note(string id, KeyHash identity, long row, out long? otherRow)
    {
        var owner = new Owner((uint)identity.High, (uint)row);
        otherRow = null;
        lock (_owners)
        {
            if (!_owners.TryAdd(id, owner, out var first) && first.Identity != owner.Identity)
            {
                _ofSeveral.Add(id);
                otherRow = first.Row == 0 ? null : first.Row;
            }

            return _ofSeveral.Contains(id);
        }
    }

    /// <summary>Reads a customer; null if it has another identity.</summary>
    private async Task<PaymentCustomer?> ReadAsync(string id, string identity, CancellationToken cancellation)
    {
        var customer = await reader.RetrieveAsync(id, cancellation).ConfigureAwait(false);
        return customer.Id == id && Identity.Of(IdentityField, customer) == identity ? customer : null;
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
                var identity = Identity.Of(IdentityField, customer);
                var hash = identity is null ? default : KeyHash.Of(identity);
                if (IdOf(customer) is { } id)
                    Note(id, hash, row: 0, out _);
                if (identity is not null)
                    index.Set(hash, KeyState.Existing, customer.Id);
            }
        }

        return index;
    }

    /// <summary>The person whose customer an id is. Packed, because there may be millions.</summary>
    /// <param name="Identity">32 bits of the hash of the person's identity.</param>
    /// <param name="Row">The row number; 0 if the customer was found on a list of all customers.</param>
    private readonly record struct Owner(uint Identity, uint Row);
}
