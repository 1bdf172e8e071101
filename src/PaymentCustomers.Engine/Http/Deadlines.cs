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
#pragma warning disable RS0030 // It was made with the clock.
        deadline.CancelAfter(timeout);
#pragma warning restore RS0030
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
