namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Spaces requests evenly (the generic cell rate algorithm), at a rate that may change at any time. After a pause, a tenth
/// of a second's requests may leave at once, so that late timers do not lower the rate. Not safe for several threads.
/// </summary>
internal sealed class RequestPace
{
    private const double BurstSeconds = 0.1;
    private const double LeastWait = 1e-6;

    private double _interval;

    // When the next request would leave if all of them left evenly, in seconds.
    private double _due;

    /// <summary>The rate; null for no limit.</summary>
    public double? PerSecond { get; private set; }

    /// <summary>Whether there is a limit.</summary>
    public bool IsLimited => _interval > 0;

    private double Burst => Math.Max(1, Math.Floor(BurstSeconds / _interval));

    /// <summary>Changes the rate.</summary>
    /// <param name="ratePerSecond">The most requests a second; null for no limit.</param>
    /// <param name="now">The time, in seconds.</param>
    /// <param name="startsEmpty">Whether no burst may follow.</param>
    public void Limit(double? ratePerSecond, double now, bool startsEmpty)
    {
        PerSecond = ratePerSecond;
        _interval = ratePerSecond is { } rate ? 1 / rate : 0;
        if (startsEmpty && IsLimited)
            _due = Math.Max(_due, now + (Burst * _interval));
    }

    /// <summary>Takes a request's turn if it may leave now.</summary>
    /// <param name="now">The time, in seconds.</param>
    /// <returns>Seconds until it may leave; zero if its turn was taken.</returns>
    public double Take(double now)
    {
        if (!IsLimited)
            return 0;
        var wait = _due - ((Burst - 1) * _interval) - now;
        // Timers know no shorter waits, and fractions are not exact to the last bit.
        if (wait > LeastWait)
            return wait;
        _due = Math.Max(_due, now) + _interval;
        return 0;
    }
}
