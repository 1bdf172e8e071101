using Microsoft.Extensions.Time.Testing;

namespace PaymentCustomers.Tests;

/// <summary>A clock that moves only when a test moves it, and that reports which waits are under way. With <see cref="SkipUpTo"/>
/// it moves over short waits by itself, for tests in which only their length counts.</summary>
public sealed class TestClock : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Lock _moving = new();
    private readonly HashSet<Wait> _waits = [];
    private readonly List<Watcher> _watchers = [];

    private TimeSpan? _skipUpTo;

    public TestClock()
        : base(new DateTimeOffset(2034, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>
    /// Waits of at most this length end at once, those under way too; null if no wait does. To end a test, it is safer than
    /// <see cref="FakeTimeProvider.Advance"/>: another row may read the time before it moves and start to wait afterwards.
    /// </summary>
    public TimeSpan? SkipUpTo
    {
        get => _skipUpTo;
        set
        {
            lock (_gate)
            {
                _skipUpTo = value;
                foreach (var wait in _waits)
                    Skip(wait);
            }
        }
    }

    /// <summary>The time by which the clock was moved.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>Completed as soon as this number of waits is under way with this remaining time.</summary>
    public Task WhenWaitingAsync(TimeSpan rest, int count = 1) => WhenWaitingAsync(some => some == rest, count);

    /// <summary>Completed as soon as this number of waits is under way with such a remaining time; returns that of the last
    /// one.</summary>
    public Task<TimeSpan> WhenWaitingAsync(Predicate<TimeSpan> rest, int count = 1)
    {
        lock (_gate)
        {
            var watcher = new Watcher(rest, count);
            _watchers.Add(watcher);
            Look();
            return watcher.Seen.Task.WaitAsync(Patience);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // No code waits for a repeating timer. It only updates the display.
        if (period != Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        var wait = new Wait(this, callback, state);
        wait.Timer = base.CreateTimer(_ => wait.End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        wait.Change(dueTime, period);
        return wait;
    }

    private void Skip(Wait wait)
    {
        if (wait.Due - GetUtcNow() <= _skipUpTo)
            ThreadPool.QueueUserWorkItem(MoveTo, wait.Due, preferLocal: false);
    }

    private void MoveTo(DateTimeOffset until)
    {
        lock (_moving)
        {
            if (until > GetUtcNow())
                SetUtcNow(until);
        }
    }

    private void Look()
    {
        var now = GetUtcNow();
        foreach (var watcher in _watchers.ToArray())
        {
            var found = _waits.Select(wait => wait.Due - now).Where(rest => watcher.Rest(rest)).ToArray();
            if (found.Length < watcher.Count)
                continue;
            _watchers.Remove(watcher);
            watcher.Seen.SetResult(found[^1]);
        }
    }

    private sealed record Watcher(Predicate<TimeSpan> Rest, int Count)
    {
        public TaskCompletionSource<TimeSpan> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A timer that fires once. The clock knows it while it runs.</summary>
    private sealed class Wait(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _changes;

        public ITimer Timer { get; set; } = null!;

        public DateTimeOffset Due { get; private set; }

        public void End()
        {
            Forget();
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("A timer of this clock fires once.");
            var change = Forget();
            if (!Timer.Change(dueTime, period))
                return false;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            lock (clock._gate)
            {
                // The timer may already have fired or been changed again.
                if (change != _changes)
                    return true;
                Due = clock.GetUtcNow() + dueTime;
                clock._waits.Add(this);
                clock.Look();
                clock.Skip(this);
            }

            return true;
        }

        public void Dispose()
        {
            Forget();
            Timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private int Forget()
        {
            lock (clock._gate)
            {
                clock._waits.Remove(this);
                return ++_changes;
            }
        }
    }
}
