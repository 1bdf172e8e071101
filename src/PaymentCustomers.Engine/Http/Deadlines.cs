using System.Collections.Concurrent;

namespace PaymentCustomers.Engine.Http;

/// <summary>Tokens that end a request when its time is over. One serves many requests, one after the other.</summary>
/// <param name="timeout">How long each request may take.</param>
/// <param name="clock">The clock.</param>
internal sealed class Deadlines(TimeSpan timeout, TimeProvider clock)
{
    private readonly ConcurrentQueue<CancellationTokenSource> _free = new();

    /// <summary>A token whose time begins now.</summary>
    public CancellationTokenSource Begin()
    {
        if (!_free.TryDequeue(out var deadline))
            return new CancellationTokenSource(timeout, clock);
        deadline.CancelAfter(timeout); // On the clock that it was made with.
        return deadline;
    }

    /// <summary>Takes it back; nobody may wait for it any more.</summary>
    public void End(CancellationTokenSource deadline)
    {
        if (deadline.TryReset())
            _free.Enqueue(deadline);
        else
            deadline.Dispose();
    }
}
