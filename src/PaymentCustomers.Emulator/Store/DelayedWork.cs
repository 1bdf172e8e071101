namespace PaymentCustomers.Emulator.Store;

/// <summary>
/// Requests that are carried out after their client was given up on. Clearing the store forgets them, so that one test's
/// late customer does not turn up in the next.
/// </summary>
internal sealed class DelayedWork(TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<ITimer> _timers = [];

    public int Pending
    {
        get
        {
            lock (_gate)
                return _timers.Count;
        }
    }

    public void Schedule(TimeSpan delay, Action work)
    {
        lock (_gate)
        {
            ITimer? timer = null;
            timer = time.CreateTimer(_ => Run(timer!, work), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timers.Add(timer);
            timer.Change(delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Forgets what is pending and then clears, with nothing able to be carried out in between.</summary>
    public void Forget(Action clear)
    {
        lock (_gate)
        {
            foreach (var timer in _timers)
                timer.Dispose();
            _timers.Clear();
            clear();
        }
    }

    public void Dispose() => Forget(() => { });

    private void Run(ITimer timer, Action work)
    {
        lock (_gate)
        {
            if (!_timers.Remove(timer))
                return;
            work();
        }

        timer.Dispose();
    }
}
