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
    private readonly int? _rate;
    private readonly Action<TimeSpan>? _told;
    private volatile TokenBucketRateLimiter? _limiter;
    private int _workers = 1;
    private readonly object _lock = new();
    private TimeSpan _hold;
    private long _heldSince;

    /// <param name="clock">The clock.</param>
    /// <param name="log">Told of waits.</param>
    /// <param name="ratePerSecond">The most requests a second; null for no limit.</param>
    /// <param name="told">Told of waits that the provider asked this run for.</param>
    public RequestThrottle(TimeProvider clock, IEngineLog? log, int? ratePerSecond = null, Action<TimeSpan>? told = null)
    {
        _clock = clock;
        _log = log;
        _rate = ratePerSecond;
        _told = told;
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
        _told?.Invoke(delay);
        HoldOwn(delay);
    }

    /// <summary>Divides the rate among several workers of one account.</summary>
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
            // What the others do not know yet that they gave up is not sent: it begins empty.
            limiter.AttemptAcquire(options.TokenLimit).Dispose();
            _limiter = limiter;
        }

        // Who waits there is told no, and stands in line at the new one.
        before?.Dispose();
    }

    /// <summary>Holds this run back, because another worker of the account was asked to wait.</summary>
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
            while (!await AcquireAsync(cancellation).ConfigureAwait(false))
            {
            }
        }
        // While it stood in line for the rate, the provider may have asked everybody to wait.
        while (Rest > TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    /// <returns>False if the rate was divided anew meanwhile.</returns>
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

    /// <summary>Even over the second: no more than a tenth of it at once.</summary>
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
