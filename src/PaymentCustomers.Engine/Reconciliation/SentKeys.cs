namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Some of the keys that this run has sent, with their times: what a list must show before it is believed that it does
/// not show another. Of many rows a sample is kept. Safe for several threads.
/// </summary>
/// <param name="clock">The clock; its times are monotonic.</param>
internal sealed class SentKeys(TimeProvider clock)
{
    private const int AllOf = 64;
    private const int Most = 16_384;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly object _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>The time by which keys are dated.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>A request with the key is about to be sent.</summary>
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

    /// <summary>The provider said that it created the customer of the key.</summary>
    public void NoteCreated(string key)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var entry))
                entry.Created ??= clock.GetTimestamp();
        }
    }

    /// <summary>An earlier run has created the customer of the key.</summary>
    public void NoteEarlier(string key)
    {
        lock (_lock)
            _entries.TryAdd(key, new Entry(long.MinValue) { Created = long.MinValue });
    }

    /// <summary>What a list showed of these keys.</summary>
    /// <param name="seen">Every key that the list showed.</param>
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

            // What was created before the newest one that is shown was even sent must be shown as well.
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

/// <summary>What a list showed of the keys that it must show.</summary>
/// <param name="Newest">When the last of them was sent; null if it showed none of this run.</param>
/// <param name="LacksSome">Whether it lacks one that must be there: it is capped, or leaves something out.</param>
internal readonly record struct Sight(long? Newest, bool LacksSome);
