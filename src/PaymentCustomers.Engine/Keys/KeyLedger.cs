namespace PaymentCustomers.Engine.Keys;

/// <summary>What is known about an idempotency key.</summary>
/// <param name="State">The state of the key.</param>
/// <param name="Id">The provider's id for the customer, if there is one.</param>
internal readonly record struct KeyRecord(KeyState State, string? Id);

/// <summary>The state of every row's idempotency key, in this run and earlier ones. Safe for concurrent use.</summary>
internal sealed class KeyLedger
{
    private readonly object _lock = new();
    private readonly KeyTable _table = new();
    private readonly PackedSet _ids = new();

    /// <summary>Records the current state of a key.</summary>
    public void Note(KeyHash key, KeyState state, string? id)
    {
        lock (_lock)
            _table.Set(key, state, id);
    }

    /// <summary>Records that a customer id belongs to a row.</summary>
    /// <returns>False if it belongs to another row already.</returns>
    public bool TryOwn(string id)
    {
        lock (_ids)
            return _ids.Add(id);
    }

    /// <summary>Claims a key for a row of this run.</summary>
    /// <param name="key">The key.</param>
    /// <param name="before">The state of the key before.</param>
    /// <returns>False if an earlier row of this run has claimed it.</returns>
    public bool TryTake(KeyHash key, out KeyRecord before)
    {
        lock (_lock)
        {
            before = new KeyRecord(_table.StateOf(key, out var id), id);
            return !_table.Mark(key);
        }
    }

    /// <summary>Whether a row of this run has claimed a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The state of the key.</param>
    public bool IsTaken(KeyHash key, out KeyRecord record)
    {
        lock (_lock)
        {
            record = new KeyRecord(_table.StateOf(key, out var id), id);
            return _table.IsMarked(key);
        }
    }

    /// <summary>The state of a key.</summary>
    public KeyRecord Recall(KeyHash key)
    {
        lock (_lock)
            return new KeyRecord(_table.StateOf(key, out var id), id);
    }
}
