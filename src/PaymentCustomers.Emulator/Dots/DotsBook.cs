using PaymentCustomers.Emulator.Store;
using Customer = PaymentCustomers.Emulator.StoredCustomer<PaymentCustomers.Emulator.DotsFields>;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>A page of a list with cursors.</summary>
internal readonly record struct CursorPage(Customer[] Customers, bool HasMore);

/// <summary>All Dots customers, by account: a client id, plus the app id if an organization acts for an app.</summary>
internal sealed class DotsBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shelf<DotsFields>> _shelves = new(StringComparer.Ordinal);
    private long _sequence;

    public int Count
    {
        get
        {
            lock (_gate)
                return _shelves.Values.Sum(shelf => shelf.Count);
        }
    }

    public Customer Add(string account, DotsFields fields, string? key, DateTimeOffset now, string? id = null)
    {
        lock (_gate)
        {
            var shelf = ShelfOf(account);
            var customer = new Customer(id ?? Guid.NewGuid().ToString(), shelf.Account, ++_sequence, now, key, fields);
            shelf.Add(customer);
            return customer;
        }
    }

    /// <summary>Creates a customer without storing it.</summary>
    public Customer Pretend(string account, DotsFields fields, string? key, DateTimeOffset now)
    {
        lock (_gate)
            return new Customer(Guid.NewGuid().ToString(), ShelfOf(account).Account, 0, now, key, fields);
    }

    public Customer? Another(string account, string? id)
    {
        lock (_gate)
            return ShelfOf(account).Another(id);
    }

    public Customer? Find(string account, string id)
    {
        lock (_gate)
            return ShelfOf(account).Find(id);
    }

    /// <summary>The page after or before a customer; null if the cursor is not a customer of the account.</summary>
    public CursorPage? Page(string account, int limit, string? after, string? before, EmulatorOptions options, DateTimeOffset now)
    {
        lock (_gate)
        {
            var shelf = ShelfOf(account);
            var list = new Listing<DotsFields>(shelf.All, options.DotsListOrder, options, now);
            var start = 0;
            var cursor = after ?? before;
            if (cursor is not null)
            {
                if (shelf.Find(cursor) is not { } customer || list.PositionOf(customer) is not (>= 0 and var position))
                    return null;
                start = position + 1;
                if (before is not null)
                {
                    start = Math.Max(0, position - limit);
                    return new CursorPage(list.Slice(start, position - start), HasMore: start > 0);
                }
            }

            return new CursorPage(list.Slice(start, limit), HasMore: start + limit < list.Count);
        }
    }

    public IReadOnlyList<Customer> Snapshot()
    {
        lock (_gate)
            return [.. _shelves.Values.SelectMany(shelf => shelf.All).OrderBy(customer => customer.Sequence)];
    }

    public int NumberOf(string account)
    {
        lock (_gate)
            return ShelfOf(account).Account;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _shelves.Clear();
            _sequence = 0;
        }
    }

    private Shelf<DotsFields> ShelfOf(string account)
    {
        if (!_shelves.TryGetValue(account, out var shelf))
            _shelves.Add(account, shelf = new Shelf<DotsFields>(_shelves.Count + 1));
        return shelf;
    }
}
