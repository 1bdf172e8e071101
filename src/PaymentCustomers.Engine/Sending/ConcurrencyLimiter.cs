namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// So many requests at once, handed on in the order in which they were asked for. Whoever gives one back goes on with
/// the row that gets it: a semaphore would queue each on another thread.
/// </summary>
/// <param name="count">How many there are.</param>
internal sealed class ConcurrencyLimiter(int count)
{
    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = count;
    private bool _isClosed;

    /// <summary>Waits for a permit.</summary>
    /// <exception cref="OperationCanceledException">No more are given.</exception>
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

    /// <summary>Gives no more: whoever waits is told so.</summary>
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
