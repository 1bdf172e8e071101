using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Finds out how much a provider takes, while requests are sent: how many requests at once, by the time that answers take,
/// and how many a second, by its 429 answers. Safe for several threads.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="log">Gets a line for each new rate after a 429.</param>
/// <param name="setConcurrency">Called when the number of requests at once changes.</param>
/// <param name="setRate">Called when the number of requests a second changes.</param>
internal sealed class AdaptiveLimits(TimeProvider clock, IEngineLog? log, Action<int> setConcurrency, Action<double> setRate)
{
    private readonly object _lock = new();
    private readonly LatencyGradient _latency = new();
    private readonly RateProbe _rate = new();
    private readonly long _start = clock.GetTimestamp();
    private int _onWire;

    /// <summary>The number of requests at once with which a run begins.</summary>
    public const int FirstConcurrency = 8;

    /// <summary>The largest number of requests at once.</summary>
    public const int MostConcurrency = 256;

    /// <summary>A request leaves.</summary>
    /// <returns>What <see cref="End"/> needs.</returns>
    public Departure Begin()
    {
        lock (_lock)
        {
            _onWire++;
            return _rate.Begin(Now);
        }
    }

    /// <summary>A request ended.</summary>
    /// <param name="departure">When it left.</param>
    /// <param name="attempt">How it ended; null if it was given up.</param>
    public void End(Departure departure, Attempt? attempt)
    {
        int? concurrency = null;
        double? rate = null;
        lock (_lock)
        {
            var onWire = _onWire--;
            if (attempt is not { Kind: AttemptKind.Answered })
                return;
            var now = Now;
            var isThrottled = attempt.Status == 429;
            if (_rate.End(departure, now, isThrottled))
                rate = _rate.PerSecond;
            // A 429 is answered sooner than a request that is carried out.
            if (!isThrottled && _latency.Add(now - departure.Left, onWire, now))
                concurrency = _latency.Limit;
        }

        // Outside of the lock: rows that get a permit now continue at once.
        if (rate is { } perSecond)
        {
            setRate(perSecond);
            if (attempt.Status == 429)
                log?.Verbose(SendingMessages.Slower(perSecond));
        }

        if (concurrency is { } atOnce)
            setConcurrency(atOnce);
    }

    private double Now => clock.GetElapsedTime(_start).TotalSeconds;
}
