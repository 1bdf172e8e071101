using Microsoft.Extensions.Time.Testing;

namespace PaymentCustomers.Tests;

/// <summary>
/// A clock that stands until it is moved, and says who waits for it. With <see cref="SkipUpTo"/> it moves by itself over
/// short waits, for tests in which only their length counts.
/// </summary>
public sealed class TestClock : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Lock _moving = new();
    private readonly HashSet<Wait> _waits = [];
    private readonly List<Watcher> _watchers = [];

    public TestClock()
        : base(new DateTimeOffset(2034, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>Waits up to this long pass at once; null for none.</summary>
    public TimeSpan? SkipUpTo { get; set; }

    /// <summary>How far the clock was moved.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>Done as soon as so many waits are under way that have this much to go.</summary>
    public Task WhenWaitingAsync(TimeSpan rest, int count = 1) => WhenWaitingAsync(some => some == rest, count);

    /// <summary>Done as soon as so many waits are under way that have a time like this to go; gives the last of them.</summary>
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
        // Nobody waits for a timer that repeats: it only draws.
        if (period != Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        var wait = new Wait(this, callback, state);
        wait.Timer = base.CreateTimer(_ => wait.End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        wait.Change(dueTime, period);
        return wait;
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

    /// <summary>A timer that fires once, and is known to the clock for as long as it runs.</summary>
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
                // It may have fired already, or been changed again.
                if (change != _changes)
                    return true;
                Due = clock.GetUtcNow() + dueTime;
                clock._waits.Add(this);
                clock.Look();
            }

            if (dueTime <= clock.SkipUpTo)
                ThreadPool.QueueUserWorkItem(clock.MoveTo, Due, preferLocal: false);
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
