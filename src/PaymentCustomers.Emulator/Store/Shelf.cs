namespace PaymentCustomers.Emulator.Store;

/// <summary>
/// The customers of one account, in order of creation. Not thread-safe: its book locks. A page costs its own length
/// and a cursor a binary search, so that reading a hundred thousand page by page stays linear.
/// </summary>
internal sealed class Shelf<TFields>(int account)
{
    private readonly List<StoredCustomer<TFields>> _ordered = [];
    private readonly Dictionary<string, StoredCustomer<TFields>> _byId = new(StringComparer.OrdinalIgnoreCase);

    public int Account { get; } = account;

    public int Count => _ordered.Count;

    public IReadOnlyList<StoredCustomer<TFields>> All => _ordered;

    public void Add(StoredCustomer<TFields> customer)
    {
        _ordered.Add(customer);
        _byId.Add(customer.Id, customer);
    }

    public StoredCustomer<TFields>? Find(string id) => _byId.GetValueOrDefault(id);

    public StoredCustomer<TFields>? Remove(string id)
    {
        if (!_byId.Remove(id, out var customer))
            return null;
        _ordered.RemoveAt(IndexOf(customer));
        return customer;
    }

    /// <summary>Place in order of creation of a customer that is on the shelf.</summary>
    public int IndexOf(StoredCustomer<TFields> customer)
    {
        int low = 0, high = _ordered.Count - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = _ordered[middle].Sequence.CompareTo(customer.Sequence);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        throw new InvalidOperationException("The customer is not on this shelf.");
    }

    /// <summary>Customers <paramref name="start"/> and following, as the list shows them; fewer at its ends.</summary>
    public StoredCustomer<TFields>[] Slice(int start, int count, ListOrder order) => Slice(_ordered, start, count, order);

    public static StoredCustomer<TFields>[] Slice(
        IReadOnlyList<StoredCustomer<TFields>> ordered, int start, int count, ListOrder order)
    {
        var from = Math.Clamp(start, 0, ordered.Count);
        var slice = new StoredCustomer<TFields>[Math.Min(count, ordered.Count - from)];
        for (var i = 0; i < slice.Length; i++)
            slice[i] = ordered[order == ListOrder.OldestFirst ? from + i : ordered.Count - 1 - from - i];
        return slice;
    }
}
