namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Stops a run when its maximum duration has elapsed. If no row is in progress at that moment, the run may be complete, so that it is
/// stopped only if a row is in progress or another row arrives. Safe for concurrent use.
/// </summary>
internal sealed class TimeLimit : IAsyncDisposable
{
    private readonly Action _stop;
    private readonly ITimer _timer;
    private readonly object _lock = new();
    private long _rows;
    private bool _isOver;

    /// <param name="clock">The clock.</param>
    /// <param name="time">The maximum duration from now on.</param>
    /// <param name="stop">Stops the run. May be called more than once.</param>
    public TimeLimit(TimeProvider clock, TimeSpan time, Action stop)
    {
        _stop = stop;
        _timer = clock.CreateTimer(static limit => ((TimeLimit)limit!).End(), this, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Records that a row is about to be submitted.</summary>
    public void Enter()
    {
        bool isLate;
        lock (_lock)
        {
            _rows++;
            isLate = _isOver;
        }

        if (isLate)
            _stop();
    }

    /// <summary>Records that an outcome was returned.</summary>
    public void Leave()
    {
        lock (_lock)
            _rows--;
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void End()
    {
        bool hasRows;
        lock (_lock)
        {
            _isOver = true;
            hasRows = _rows > 0;
        }

        if (hasRows)
            _stop();
    }
}
