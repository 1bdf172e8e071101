namespace PaymentCustomers.Emulator.Store;

/// <summary>
/// The customers of an account as a list shows them: in its order, without those that are too new to appear, and up to its maximum.
/// Reading a page takes time in proportion to the page, and finding a cursor a binary search, so that reading a hundred thousand
/// customers page by page takes linear time.
/// </summary>
internal sealed class Listing<TFields>
{
    private readonly IReadOnlyList<StoredCustomer<TFields>> _ordered;
    private readonly ListOrder _order;

    /// <param name="customers">In order of creation.</param>
    /// <param name="order">The order of the list.</param>
    /// <param name="options">When new customers appear, and the maximum number of customers.</param>
    /// <param name="now">The current time.</param>
    public Listing(IReadOnlyList<StoredCustomer<TFields>> customers, ListOrder order, EmulatorOptions options, DateTimeOffset now)
    {
        var newest = now.AddMilliseconds(-options.ListLagMs);
        _ordered = options.ListLagMs == 0 ? customers : [.. customers.Where(customer => customer.Created <= newest)];
        _order = order;
        Count = Math.Min(_ordered.Count, options.ListCap ?? int.MaxValue);
    }

    /// <summary>The number of customers that the list shows.</summary>
    public int Count { get; }

    /// <summary>The position of a customer in the list, from 0; -1 if it is not shown.</summary>
    public int PositionOf(StoredCustomer<TFields> customer)
    {
        var index = IndexOf(_ordered, customer);
        if (index < 0)
            return -1;
        var position = _order == ListOrder.OldestFirst ? index : _ordered.Count - 1 - index;
        return position < Count ? position : -1;
    }

    /// <summary>The number of customers before a given one, whether the list shows that one or not.</summary>
    public int CountBefore(StoredCustomer<TFields> customer)
    {
        var index = IndexOf(_ordered, customer);
        var before = (_order, index) switch
        {
            (ListOrder.OldestFirst, _) => index < 0 ? ~index : index,
            (_, < 0) => _ordered.Count - ~index,
            _ => _ordered.Count - 1 - index,
        };
        return Math.Min(before, Count);
    }

    /// <summary>The customer at a position in the list, from 0.</summary>
    public StoredCustomer<TFields> this[int position] => _ordered[_order == ListOrder.OldestFirst ? position : _ordered.Count - 1 - position];

    /// <summary>The customers from position <paramref name="start"/>; fewer at the ends of the list.</summary>
    public StoredCustomer<TFields>[] Slice(int start, int count)
    {
        var from = Math.Clamp(start, 0, Count);
        var slice = new StoredCustomer<TFields>[Math.Min(count, Count - from)];
        for (var i = 0; i < slice.Length; i++)
            slice[i] = this[from + i];
        return slice;
    }

    /// <summary>The position in order of creation, from 0; if it is not found, the complement of the position where it would be.</summary>
    public static int IndexOf(IReadOnlyList<StoredCustomer<TFields>> ordered, StoredCustomer<TFields> customer)
    {
        int low = 0, high = ordered.Count - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var difference = ordered[middle].Sequence.CompareTo(customer.Sequence);
            if (difference == 0)
                return middle;
            if (difference < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
