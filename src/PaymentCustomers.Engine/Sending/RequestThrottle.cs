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
    private readonly RequestPace _pace = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _lock = new();
    private readonly long _begun;
    private volatile bool _isPaced;
    private int _workers = 1;
    private double? _learnt;
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
        _begun = clock.GetTimestamp();
        _pace.Limit(ratePerSecond, Seconds, startsEmpty: false);
        _isPaced = _pace.IsLimited;
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
        lock (_lock)
        {
            if (_rate is null || workers == _workers)
                return;
            _workers = workers;
            Pace();
        }
    }

    /// <summary>Limits the rate to what the provider was found to take, besides the limit that the user gave.</summary>
    /// <param name="ratePerSecond">The most requests a second; null for no limit.</param>
    public void Limit(double? ratePerSecond)
    {
        lock (_lock)
        {
            _learnt = ratePerSecond;
            Pace();
        }
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
    public ValueTask PassAsync(CancellationToken cancellation) => _isPaced || Rest > TimeSpan.Zero ? WaitAsync(cancellation) : default;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async ValueTask WaitAsync(CancellationToken cancellation)
    {
        do
        {
            while (Rest is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest > LeastWait ? rest : LeastWait, _clock, cancellation).ConfigureAwait(false);
            if (_isPaced)
                await TakeTurnAsync(cancellation).ConfigureAwait(false);
        }
        // While the request waited for the rate, the provider may have asked to wait.
        while (Rest > TimeSpan.Zero);
    }

    /// <summary>Waits for a turn, in the order of the calls: only the first in line looks at the clock.</summary>
    private async ValueTask TakeTurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (NextTurn() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait > LeastWait ? wait : LeastWait, _clock, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private TimeSpan NextTurn()
    {
        lock (_lock)
            return TimeSpan.FromSeconds(_pace.Take(Seconds));
    }

    private double Seconds => _clock.GetElapsedTime(_begun).TotalSeconds;

    private void Pace()
    {
        var before = _pace.PerSecond;
        var given = (double?)_rate / _workers;
        var rate = given < _learnt || _learnt is null ? given : _learnt;
        // A lower rate starts without a burst: after a 429, and because the other workers of the account do not know yet that their
        // share has become smaller.
        _pace.Limit(rate, Seconds, startsEmpty: rate < before || before is null);
        _isPaced = _pace.IsLimited;
    }
}
