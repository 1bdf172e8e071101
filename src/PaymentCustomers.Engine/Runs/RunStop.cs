namespace PaymentCustomers.Engine.Runs;

/// <summary>Ends a run: stops it, which waits for open requests, or cancels it immediately. Safe for concurrent use.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource _cancelling;
    private readonly CancellationTokenSource _stopping;
    private readonly TaskCompletionSource _through = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _lock = new();

    private readonly Action<PaymentError>? _told;

    /// <param name="cancellation">Cancels everything, including requests in progress.</param>
    /// <param name="told">Called with the reason when this run stops, but not if another worker stopped it.</param>
    public RunStop(CancellationToken cancellation, Action<PaymentError>? told = null)
    {
        _told = told;
        _cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(_cancelling.Token);
    }

    /// <summary>Completes when the first row has shown that nothing is wrong for all rows, so that others may follow before its outcome is known.</summary>
    public Task Through => _through.Task;

    /// <summary>Why the run stopped before the end; null if it did not, or if it was cancelled.</summary>
    public PaymentError? Reason { get; private set; }

    /// <summary>Cancelled when nothing more may be sent.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>
    /// Whether nothing more may be sent. Checks both tokens: while everything is being cancelled, code that waited for a request may
    /// continue before <see cref="Stopping"/> is cancelled.
    /// </summary>
    public bool IsStopping => _cancelling.IsCancellationRequested || _stopping.IsCancellationRequested;

    /// <summary>Cancelled when everything ends, including requests in progress.</summary>
    public CancellationToken Cancelling => _cancelling.Token;

    /// <summary>Stops the run: sends nothing more, and waits for the open requests.</summary>
    /// <param name="reason">Why the run stops; only the first reason counts.</param>
    /// <param name="isOfOther">Whether the reason comes from another worker.</param>
    public void Stop(PaymentError reason, bool isOfOther = false)
    {
        lock (_lock)
        {
            if (Reason is not null)
                return;
            Reason = reason;
        }

        _stopping.Cancel();
        if (!isOfOther)
            _told?.Invoke(reason);
    }

    /// <summary>Lets other rows start, because the first row waits for something that concerns only itself.</summary>
    public void LetThrough() => _through.TrySetResult();

    /// <summary>Cancels everything.</summary>
    public Task CancelAsync() => _cancelling.CancelAsync();

    public void Dispose()
    {
        _stopping.Dispose();
        _cancelling.Dispose();
    }
}
