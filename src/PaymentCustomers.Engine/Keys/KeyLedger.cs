namespace PaymentCustomers.Engine.Keys;

/// <summary>What is known of a key.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Id">The provider's id for the customer, if there is one.</param>
internal readonly record struct KeyRecord(KeyState State, string? Id);

/// <summary>What every row's key came to, in this run and in those before it. Safe for several threads.</summary>
internal sealed class KeyLedger
{
    private readonly object _lock = new();
    private readonly KeyTable _table = new();
    private readonly PackedTable<Nothing> _ids = new();

    /// <summary>Notes what is known of a key now.</summary>
    public void Note(UInt128 key, KeyState state, string? id)
    {
        lock (_lock)
            _table.Set(key, state, id);
    }

    /// <summary>Notes that an id is a row's.</summary>
    /// <returns>False if it is another row's already.</returns>
    public bool TryOwn(string id)
    {
        lock (_ids)
            return _ids.TryAdd(id, default, out _);
    }

    /// <summary>Takes a key for a row of this run.</summary>
    /// <param name="key">The key.</param>
    /// <param name="before">What was known of it before.</param>
    /// <returns>False if an earlier row of this run has taken it.</returns>
    public bool TryTake(UInt128 key, out KeyRecord before)
    {
        lock (_lock)
        {
            before = new KeyRecord(_table.StateOf(key, out var id), id);
            return !_table.Mark(key);
        }
    }

    /// <summary>Whether a row of this run has taken a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">What is known of it.</param>
    public bool IsTaken(UInt128 key, out KeyRecord record)
    {
        lock (_lock)
        {
            record = new KeyRecord(_table.StateOf(key, out var id), id);
            return _table.IsMarked(key);
        }
    }

    /// <summary>What is known of a key.</summary>
    public KeyRecord Recall(UInt128 key)
    {
        lock (_lock)
            return new KeyRecord(_table.StateOf(key, out var id), id);
    }

    private readonly struct Nothing;
}
