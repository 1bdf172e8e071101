namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Limits the number of concurrent requests. Calls get a permit in their order. The thread that releases a permit continues
/// with the next row itself; a semaphore would queue each continuation on another thread.
/// </summary>
/// <param name="count">The maximum number of concurrent requests.</param>
internal sealed class ConcurrencyLimiter(int count)
{
    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = count;
    private bool _isClosed;

    /// <summary>Waits for a permit.</summary>
    /// <exception cref="OperationCanceledException">The limiter was closed.</exception>
    public Task AcquireAsync()
    {
        lock (_lock)
        {
            if (_isClosed)
                return Task.FromCanceled(new CancellationToken(canceled: true));
            if (_free > 0)
            {
                _free--;
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource();
            _waiting.Enqueue(waiting);
            return waiting.Task;
        }
    }

    /// <summary>Gives a permit back.</summary>
    public void Release()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (!_waiting.TryDequeue(out next))
                _free++;
        }

        next?.SetResult();
    }

    /// <summary>Closes the limiter. Pending and later calls are cancelled.</summary>
    public void Close()
    {
        TaskCompletionSource[] waiting;
        lock (_lock)
        {
            _isClosed = true;
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var one in waiting)
            one.SetCanceled();
    }
}
