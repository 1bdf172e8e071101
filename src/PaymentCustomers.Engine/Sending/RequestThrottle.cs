using System.Threading.RateLimiting;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Delays the requests of a run: for waits that the provider asked for, which apply to all requests, and for the user's rate limit.
/// </summary>
internal sealed class RequestThrottle : IDisposable
{
    // Timers have a resolution of one millisecond. A shorter wait would not wait at all.
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _clock;
    private readonly IEngineLog? _log;
    private readonly int? _rate;
    private readonly Action<TimeSpan>? _told;
    private volatile TokenBucketRateLimiter? _limiter;
    private int _workers = 1;
    private readonly object _lock = new();
    private TimeSpan _hold;
    private long _heldSince;

    /// <param name="clock">The clock.</param>
    /// <param name="log">Receives messages about waits.</param>
    /// <param name="ratePerSecond">The maximum number of requests per second; null for no limit.</param>
    /// <param name="told">Called when the provider asked this run to wait.</param>
    public RequestThrottle(TimeProvider clock, IEngineLog? log, int? ratePerSecond = null, Action<TimeSpan>? told = null)
    {
        _clock = clock;
        _log = log;
        _rate = ratePerSecond;
        _told = told;
        if (ratePerSecond is { } rate)
            _limiter = new TokenBucketRateLimiter(Options(rate));
    }

    /// <summary>Until when all requests wait, by the wall clock; null if they do not wait.</summary>
    public DateTimeOffset? HeldUntil => Rest is { } rest && rest > TimeSpan.Zero ? _clock.GetUtcNow() + rest : null;

    // Uses monotonic time, so that setting the wall clock back does not extend the wait.
    private TimeSpan Rest
    {
        get
        {
            lock (_lock)
                return _hold - _clock.GetElapsedTime(_heldSince);
        }
    }

    /// <summary>Delays all requests. A shorter wait than the current one has no effect.</summary>
    public void Hold(TimeSpan delay)
    {
        _told?.Invoke(delay);
        HoldOwn(delay);
    }

    /// <summary>Divides the rate among the workers of an account.</summary>
    public void Share(int workers)
    {
        TokenBucketRateLimiter? before;
        lock (_lock)
        {
            if (_rate is not { } rate || workers == _workers)
                return;
            _workers = workers;
            before = _limiter;
            var options = Options((double)rate / workers);
            var limiter = new TokenBucketRateLimiter(options);
            // Start with an empty bucket, because the other workers do not know yet that their share has become smaller.
            limiter.AttemptAcquire(options.TokenLimit).Dispose();
            _limiter = limiter;
        }

        // Requests waiting at the old limiter fail, and wait at the new one.
        before?.Dispose();
    }

    /// <summary>Delays this run, because the provider asked another worker of the account to wait.</summary>
    public void HoldOwn(TimeSpan delay)
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

    /// <summary>Waits until a request may be sent.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask PassAsync(CancellationToken cancellation)
    {
        do
        {
            while (Rest is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest > LeastWait ? rest : LeastWait, _clock, cancellation).ConfigureAwait(false);
            if (_limiter is null)
                return;
            while (!await AcquireAsync(cancellation).ConfigureAwait(false))
            {
            }
        }
        // While the request waited for the rate, the provider may have asked to wait.
        while (Rest > TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    /// <returns>False if the rate was divided again in the meantime.</returns>
    private async ValueTask<bool> AcquireAsync(CancellationToken cancellation)
    {
        var limiter = _limiter!;
        try
        {
            using var lease = await limiter.AcquireAsync(1, cancellation).ConfigureAwait(false);
            return lease.IsAcquired || limiter == _limiter;
        }
        catch (ObjectDisposedException) when (limiter != _limiter)
        {
            return false;
        }
    }

    /// <summary>Distributes requests evenly over a second: at most a tenth of them at once.</summary>
    internal static TokenBucketRateLimiterOptions Options(double rate)
    {
        var burst = Math.Max(1, (int)(rate / 10));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = burst,
            ReplenishmentPeriod = TimeSpan.FromSeconds(burst / rate),
            QueueLimit = int.MaxValue,
            AutoReplenishment = true,
        };
    }
}
