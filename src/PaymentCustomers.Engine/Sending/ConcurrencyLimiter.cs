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
    private int _count = count;
    private int _used;
    private bool _isClosed;

    /// <summary>Waits for a permit.</summary>
    /// <exception cref="OperationCanceledException">The limiter was closed.</exception>
    public Task AcquireAsync()
    {
        lock (_lock)
        {
            if (_isClosed)
                return Task.FromCanceled(new CancellationToken(canceled: true));
            if (_used < _count)
            {
                _used++;
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
            _used--;
            next = Next();
        }

        next?.SetResult();
    }

    /// <summary>Changes the maximum. If it is lower now, requests in progress are not affected.</summary>
    /// <param name="count">The maximum number of concurrent requests.</param>
    public void Resize(int count)
    {
        lock (_lock)
        {
            _count = count;
            // The caller continues with its own row, so these rows continue on other threads.
            while (Next() is { } next)
                ThreadPool.UnsafeQueueUserWorkItem(static next => next.SetResult(), next, preferLocal: false);
        }
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

    private TaskCompletionSource? Next()
    {
        if (_used >= _count || !_waiting.TryDequeue(out var next))
            return null;
        _used++;
        return next;
    }
}
