namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// A sample of the keys that this run has sent, with their times. A list is trusted to be complete only if it shows these keys.
/// Safe for concurrent use.
/// </summary>
/// <param name="clock">The clock. Its monotonic timestamps are used.</param>
internal sealed class SentKeys(TimeProvider clock)
{
    private const int AllOf = 64;
    private const int Most = 16_384;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly object _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>The current timestamp, by which keys are dated.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>Records that a request with the key is about to be sent.</summary>
    public void NoteSending(string key)
    {
        var now = clock.GetTimestamp();
        lock (_lock)
        {
            if (_entries.Count >= Most || (_entries.Count >= AllOf && clock.GetElapsedTime(_last, now) < Interval))
                return;
            if (_entries.TryAdd(key, new Entry(now)))
                _last = now;
        }
    }

    /// <summary>Records that the provider confirmed the customer of the key.</summary>
    public void NoteCreated(string key)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var entry))
                entry.Created ??= clock.GetTimestamp();
        }
    }

    /// <summary>Records that an earlier run created the customer of the key.</summary>
    public void NoteEarlier(string key)
    {
        lock (_lock)
            _entries.TryAdd(key, new Entry(long.MinValue) { Created = long.MinValue });
    }

    /// <summary>Which of these keys a list shows.</summary>
    /// <param name="seen">All keys on the list.</param>
    public Sight Look(IReadOnlySet<string> seen)
    {
        lock (_lock)
        {
            long? newest = null;
            foreach (var (key, entry) in _entries)
            {
                if (entry.Sent != long.MinValue && seen.Contains(key) && (newest is null || entry.Sent > newest))
                    newest = entry.Sent;
            }

            // The list must also show every customer that was confirmed before the newest of the shown keys was sent.
            var lacks = _entries.Any(pair => pair.Value.Created is { } created && created < (newest ?? clock.GetTimestamp()) && !seen.Contains(pair.Key)
                && (newest is not null || created == long.MinValue));
            return new Sight(newest, lacks);
        }
    }

    private sealed class Entry(long sent)
    {
        public long Sent => sent;

        public long? Created { get; set; }
    }
}

/// <summary>Which of the keys that it must show a list shows.</summary>
/// <param name="Newest">When the latest of the shown keys was sent; null if none of this run is shown.</param>
/// <param name="LacksSome">Whether a key that must be shown is missing, so that the list is limited or incomplete.</param>
internal readonly record struct Sight(long? Newest, bool LacksSome);
