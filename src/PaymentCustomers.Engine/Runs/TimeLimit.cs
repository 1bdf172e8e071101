namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Ends a run whose time is over. A run that has no row at that moment has perhaps done all of them: only a row that is
/// still under way, or one that comes later, shows that the time did not suffice. Safe for several threads.
/// </summary>
internal sealed class TimeLimit : IAsyncDisposable
{
    private readonly Action _stop;
    private readonly ITimer _timer;
    private readonly object _lock = new();
    private long _rows;
    private bool _isOver;

    /// <param name="clock">The clock.</param>
    /// <param name="time">How long the run may take from now on.</param>
    /// <param name="stop">Stops the run; may be called more than once.</param>
    public TimeLimit(TimeProvider clock, TimeSpan time, Action stop)
    {
        _stop = stop;
        _timer = clock.CreateTimer(static limit => ((TimeLimit)limit!).End(), this, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A row is about to be taken in.</summary>
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

    /// <summary>A row was given out.</summary>
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
