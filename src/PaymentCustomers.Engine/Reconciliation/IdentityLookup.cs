using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Finds customers that the provider has already: by document where the server can be asked for it, else in an index
/// that one look through the list makes.
/// </summary>
/// <param name="provider">The provider.</param>
/// <param name="list">The list.</param>
/// <param name="matchBy">What tells a customer, where it is not the document: e-mail, phone or user id.</param>
internal sealed class IdentityLookup(PaymentProvider provider, CustomerList list, CustomerField matchBy)
{
    private readonly object _lock = new();
    private Task<KeyTable>? _index;

    /// <summary>The id of the customer that the draft would create once more, or null.</summary>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    public async Task<string?> FindAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (provider.Capabilities.FindsByDocument)
        {
            return (await FindByDocumentAsync(draft, cancellation).ConfigureAwait(false))
                .FirstOrDefault(customer => customer.DocumentType == draft.Values[(int)DocumentType])?.Id;
        }

        if (draft.Draft[matchBy] is null)
            return null;
        Task<KeyTable> index;
        lock (_lock)
            index = _index ??= IndexAsync(cancellation);
        (await index.ConfigureAwait(false)).StateOf(Sign(draft), out var id);
        return id;
    }

    /// <summary>
    /// The customer that this very draft has created before, or null: same document, e-mail, phone and names. For rows
    /// of which it is not known whether they were created, at a provider that keeps no keys for ever.
    /// </summary>
    /// <exception cref="PaymentException">The list cannot be read.</exception>
    public async Task<PaymentCustomer?> FindSameAsync(PreparedDraft draft, CancellationToken cancellation) =>
        (await FindByDocumentAsync(draft, cancellation).ConfigureAwait(false)).FirstOrDefault(customer =>
            new[] { FirstName, LastName, Email, Phone, DocumentType }.All(field => customer[field] == draft.Values[(int)field]));

    private async Task<List<PaymentCustomer>> FindByDocumentAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        var found = new List<PaymentCustomer>();
        var number = draft.Values[(int)DocumentNumber];
        var filter = new CustomerFilter { DocumentNumber = number };
        await foreach (var page in list.PagesAsync(filter, cancellation).ConfigureAwait(false))
        {
            // The filter is for people, who write numbers in many ways; whom not to create is told exactly.
            found.AddRange(page.Customers.Where(customer => customer.DocumentNumber == number));
        }

        return found;
    }

    private async Task<KeyTable> IndexAsync(CancellationToken cancellation)
    {
        var index = new KeyTable();
        await foreach (var page in list.PagesAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
        {
            foreach (var customer in page.Customers)
            {
                if (customer[matchBy] is { } value)
                    index.Set(Sign(matchBy == Phone ? PhoneRules.Normalize(value) : value), KeyState.Existing, customer.Id);
            }
        }

        return index;
    }

    private UInt128 Sign(PreparedDraft draft) => Sign(matchBy == Phone
        ? $"+{draft.Values[(int)CountryCode]}{draft.Values[(int)Phone]}"
        : draft.Values[(int)matchBy]!);

    private static UInt128 Sign(string value) => KeyTable.HashOf(value.ToLowerInvariant());
}
