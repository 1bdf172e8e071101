using System.Threading.RateLimiting;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// What every request of a run passes before it leaves: a wait that the provider asked for, taken once by all, and the
/// rate that the user allows.
/// </summary>
internal sealed class RequestThrottle : IDisposable
{
    // A timer knows no part of a millisecond: for less, it would not wait at all.
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _clock;
    private readonly IEngineLog? _log;
    private readonly TokenBucketRateLimiter? _limiter;
    private readonly object _lock = new();
    private TimeSpan _hold;
    private long _heldSince;

    /// <param name="clock">The clock.</param>
    /// <param name="log">Told of waits.</param>
    /// <param name="ratePerSecond">The most requests a second; null for no limit.</param>
    public RequestThrottle(TimeProvider clock, IEngineLog? log, int? ratePerSecond = null)
    {
        _clock = clock;
        _log = log;
        if (ratePerSecond is { } rate)
            _limiter = new TokenBucketRateLimiter(Options(rate));
    }

    /// <summary>Until when everybody waits, as clocks on the wall show it; null if nobody does.</summary>
    public DateTimeOffset? HeldUntil => Rest is { } rest && rest > TimeSpan.Zero ? _clock.GetUtcNow() + rest : null;

    // Monotonic: a clock on the wall that is set back holds nobody longer.
    private TimeSpan Rest
    {
        get
        {
            lock (_lock)
                return _hold - _clock.GetElapsedTime(_heldSince);
        }
    }

    /// <summary>Holds everybody back; a shorter wait than the one under way changes nothing.</summary>
    public void Hold(TimeSpan delay)
    {
        lock (_lock)
        {
            if (delay <= _hold - _clock.GetElapsedTime(_heldSince))
                return;
            _hold = delay;
            _heldSince = _clock.GetTimestamp();
        }

        _log?.Verbose(SendingMessages.Held(delay, _clock.GetUtcNow() + delay));
    }

    /// <summary>Waits until a request may leave.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask PassAsync(CancellationToken cancellation)
    {
        do
        {
            while (Rest is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest > LeastWait ? rest : LeastWait, _clock, cancellation).ConfigureAwait(false);
            if (_limiter is null)
                return;
            (await _limiter.AcquireAsync(1, cancellation).ConfigureAwait(false)).Dispose();
        }
        // While it stood in line for the rate, the provider may have asked everybody to wait.
        while (Rest > TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    /// <summary>Even over the second: no more than a tenth of it at once.</summary>
    private static TokenBucketRateLimiterOptions Options(int rate)
    {
        var burst = Math.Max(1, rate / 10);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = burst,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)burst / rate),
            QueueLimit = int.MaxValue,
            AutoReplenishment = true,
        };
    }
}
