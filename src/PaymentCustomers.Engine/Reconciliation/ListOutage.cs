using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Spares lookups that would fail. Each lookup waits for its own retries. If several in a row have failed because the provider limits
/// requests or is not available, the next ones fail immediately. After a pause, one small request shows whether the list can be read
/// again. Safe for concurrent use.
/// </summary>
/// <param name="probe">Makes the small request, in a single attempt: a limited request delays all other requests too.</param>
/// <param name="clock">The clock. Its monotonic timestamps are used.</param>
/// <param name="log">Receives messages about pauses.</param>
internal sealed class ListOutage(CustomerReader probe, TimeProvider clock, IEngineLog? log)
{
    private const int Threshold = 5;

    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private int _failuresInARow;
    private PaymentError? _last;
    private TimeSpan _pause;
    private long _pausedSince;

    /// <summary>Makes a lookup, unless it would fail.</summary>
    /// <param name="look">The lookup.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">The lookup failed, or was not made because the ones before it failed.</exception>
    public async Task<T> LookAsync<T>(Func<Task<T>> look, CancellationToken cancellation)
    {
        if (Refusal(out var isProbe) is { } refusal && !(isProbe && await IsOverAsync(cancellation).ConfigureAwait(false)))
            throw new PaymentException(refusal);
        try
        {
            var found = await look().ConfigureAwait(false);
            Note(null);
            return found;
        }
        catch (PaymentException e)
        {
            Note(e.Error);
            throw;
        }
    }

    private static bool IsOutage(PaymentError error) => error.Id
        is PaymentErrorId.RateLimited or PaymentErrorId.ProviderUnavailable or PaymentErrorId.ConnectionFailed or PaymentErrorId.RequestTimedOut
        // An answer that cannot be read, unlike one that shows the wrong customer.
        || error is { Id: PaymentErrorId.ResponseInvalid, Status: not null };

    /// <summary>Why a lookup is not made; null if it is.</summary>
    /// <param name="isProbe">Whether the pause is over, so that the caller finds out whether the outage is over too.</param>
    private PaymentError? Refusal(out bool isProbe)
    {
        lock (_lock)
        {
            isProbe = _failuresInARow >= Threshold && clock.GetElapsedTime(_pausedSince) >= _pause;
            // Until its result is known, the other lookups stay in the pause.
            if (isProbe)
                _pausedSince = clock.GetTimestamp();
            return _failuresInARow < Threshold ? null : _last! with { Message = ReconciliationMessages.NotLookedUp(_last.Message) };
        }
    }

    private async Task<bool> IsOverAsync(CancellationToken cancellation)
    {
        try
        {
            await probe.CheckAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (PaymentException e)
        {
            // A provider that refuses this request may still answer a lookup.
            return !IsOutage(e.Error);
        }
    }

    private void Note(PaymentError? error)
    {
        lock (_lock)
        {
            if (error is null || !IsOutage(error))
            {
                _failuresInARow = 0;
                return;
            }

            _last = error;
            _pause = error.RetryAfter > LeastPause ? error.RetryAfter.Value : LeastPause;
            _pausedSince = clock.GetTimestamp();
            if (++_failuresInARow != Threshold)
                return;
        }

        log?.Verbose(ReconciliationMessages.Paused(Threshold, error.Message));
    }
}
