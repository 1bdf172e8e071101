namespace PaymentCustomers.Emulator.Store;

/// <summary>The customers of one account, in order of creation. Not thread-safe; its book locks.</summary>
/// <param name="account">The ordinal of the account.</param>
/// <param name="ids">How ids are compared; null for case-insensitive, as for UUIDs.</param>
internal sealed class Shelf<TFields>(int account, StringComparer? ids = null)
{
    private readonly List<StoredCustomer<TFields>> _ordered = [];
    private readonly Dictionary<string, StoredCustomer<TFields>> _byId = new(ids ?? StringComparer.OrdinalIgnoreCase);

    public int Account { get; } = account;

    public int Count => _ordered.Count;

    public IReadOnlyList<StoredCustomer<TFields>> All => _ordered;

    public void Add(StoredCustomer<TFields> customer)
    {
        _ordered.Add(customer);
        _byId.Add(customer.Id, customer);
    }

    public StoredCustomer<TFields>? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The oldest customer with a different id.</summary>
    public StoredCustomer<TFields>? Another(string? id) => _ordered.Take(2).FirstOrDefault(customer => customer.Id != id);

    /// <summary>Replaces the customer with the same id.</summary>
    public void Replace(StoredCustomer<TFields> customer)
    {
        _ordered[Listing<TFields>.IndexOf(_ordered, customer)] = customer;
        _byId[customer.Id] = customer;
    }

    public StoredCustomer<TFields>? Remove(string id)
    {
        if (!_byId.Remove(id, out var customer))
            return null;
        _ordered.RemoveAt(Listing<TFields>.IndexOf(_ordered, customer));
        return customer;
    }
}
