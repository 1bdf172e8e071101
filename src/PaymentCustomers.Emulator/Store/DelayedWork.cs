namespace PaymentCustomers.Emulator.Store;

/// <summary>
/// Requests that are carried out later, when their client no longer waits. Clearing the store discards them, so that a late customer
/// of one test does not appear in the next.
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

    /// <summary>Discards pending requests and then clears the store, as one atomic step.</summary>
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
