using System.Collections.Concurrent;

namespace PaymentCustomers.Engine.Http;

/// <summary>Cancellation tokens for the timeouts of requests. Each is reused for many requests, one after another.</summary>
/// <param name="timeout">The timeout of each request.</param>
/// <param name="clock">The clock.</param>
internal sealed class Deadlines(TimeSpan timeout, TimeProvider clock)
{
    private readonly ConcurrentQueue<CancellationTokenSource> _free = new();

    /// <summary>A token whose timeout starts now.</summary>
    public CancellationTokenSource Begin()
    {
        if (!_free.TryDequeue(out var deadline))
            return new CancellationTokenSource(timeout, clock);
#pragma warning disable RS0030 // It was created with the clock.
        deadline.CancelAfter(timeout);
#pragma warning restore RS0030
        return deadline;
    }

    /// <summary>Takes a token back. No request may use it any more.</summary>
    public void End(CancellationTokenSource deadline)
    {
        if (deadline.TryReset())
            _free.Enqueue(deadline);
        else
            deadline.Dispose();
    }
}
