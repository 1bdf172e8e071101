using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Prepares and submits rows of a fast input on another thread, in parts, one row after another. The thread of the input would
/// otherwise limit the run. A row of a slow input does not wait for others. One thread adds rows.
/// </summary>
/// <param name="submit">Submits a row. Called for one row at a time, and must not throw.</param>
/// <param name="clock">The clock by which the input is fast or slow.</param>
internal sealed class RowIntake(Action<RunSlot, PreparedDraft> submit, TimeProvider clock) : IAsyncDisposable
{
    // Waking up another thread costs about as much as submitting a row.
    private const int PartLength = 16;

    // A part waits this long for more rows. If a row comes later than this after the one before it, the input is slow.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private List<(RunSlot Slot, Func<PreparedDraft> Prepare)> _waiting = [];
    private List<(RunSlot Slot, Func<PreparedDraft> Prepare)> _spare = [];
    private ITimer? _timer;
    private Task? _running;
    private long? _lastAdded;

    /// <summary>Takes a row to submit it soon.</summary>
    /// <param name="slot">The place of the row.</param>
    /// <param name="prepare">Prepares the row. Called for one row at a time, and must not throw.</param>
    /// <returns>False if the caller should submit the row: the input is slow, and no earlier row waits.</returns>
    public bool TryAdd(RunSlot slot, Func<PreparedDraft> prepare)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var isSlow = _lastAdded is not { } last || clock.GetElapsedTime(last, now) > Linger;
            _lastAdded = now;
            if (isSlow && _waiting.Count == 0 && _running is null)
                return false;
            _waiting.Add((slot, prepare));
            if (_waiting.Count >= PartLength)
                Start();
            else if (_waiting.Count == 1)
                StartAfterLinger();
            return true;
        }
    }

    /// <summary>Submits all rows now. The task completes when they are submitted.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            if (_waiting.Count > 0)
                Start();
            return _running ?? Task.CompletedTask;
        }
    }

    /// <summary>Submits all rows, so that each gets its outcome.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
    }

    private void StartAfterLinger()
    {
        // Not in the constructor, because a run of one row needs none.
        _timer ??= clock.CreateTimer(static intake => _ = ((RowIntake)intake!).FlushAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Linger, Timeout.InfiniteTimeSpan);
    }

    private void Start() => _running ??= Task.Run(SubmitAll);

    private void SubmitAll()
    {
        while (true)
        {
            List<(RunSlot Slot, Func<PreparedDraft> Prepare)> part;
            lock (_lock)
            {
                (part, _waiting, _spare) = (_waiting, _spare, _waiting);
                if (part.Count == 0)
                {
                    _running = null;
                    return;
                }
            }

            foreach (var (slot, prepare) in part)
                submit(slot, prepare());
            part.Clear();
        }
    }
}
