namespace PaymentCustomers.Tests.Runs;

/// <summary>
/// A clock that stands until it is moved. With <see cref="SkipUpTo"/> it moves by itself over short waits, for tests in
/// which only their length counts.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<Watcher> _watchers = [];
    private DateTimeOffset _now = Start;

    public static DateTimeOffset Start { get; } = new(2034, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Waits up to this long pass at once; null for none.</summary>
    public TimeSpan? SkipUpTo { get; set; }

    /// <summary>How far the clock was moved.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>How many waits are under way that have this much to go.</summary>
    public int Waiting(TimeSpan rest)
    {
        lock (_gate)
            return _timers.Count(timer => timer.Due - _now == rest);
    }

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
            return watcher.Seen.Task.WaitAsync(RunTest.Patience);
        }
    }

    public void Advance(TimeSpan time) => MoveTo(GetUtcNow() + time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Timers go off one by one in order, each at its own time.</summary>
    private void MoveTo(DateTimeOffset until)
    {
        while (true)
        {
            FakeTimer? next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
                if (next is null)
                {
                    _now = _now > until ? _now : until;
                    Look();
                    return;
                }

                _timers.Remove(next);
                _now = _now > next.Due ? _now : next.Due;
            }

            next.Fire();
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
            Look();
            if (dueTime <= SkipUpTo)
                ThreadPool.QueueUserWorkItem(MoveTo, timer.Due, preferLocal: false);
        }
    }

    private void Look()
    {
        foreach (var watcher in _watchers.ToArray())
        {
            var found = _timers.Select(timer => timer.Due - _now).Where(rest => watcher.Rest(rest)).ToArray();
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

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
