namespace PaymentCustomers.Engine.Runs;

/// <summary>Ends a run: softly, so that what is on its way is waited for, or at once. Safe for several threads.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource _cancelling;
    private readonly CancellationTokenSource _stopping;
    private readonly TaskCompletionSource _through = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _lock = new();

    private readonly Action<PaymentError>? _told;

    /// <param name="cancellation">Ends everything, requests under way too.</param>
    /// <param name="told">Told why the run stops; not of what others stopped it for.</param>
    public RunStop(CancellationToken cancellation, Action<PaymentError>? told = null)
    {
        _told = told;
        _cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(_cancelling.Token);
    }

    /// <summary>Done once a row has met nothing that would be wrong for all: others may follow it before it has its outcome.</summary>
    public Task Through => _through.Task;

    /// <summary>Why the run stopped before its end; null if it did not, or was cancelled.</summary>
    public PaymentError? Reason { get; private set; }

    /// <summary>Nothing more is sent.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>
    /// Whether nothing more is sent. Asked of both tokens: while everything is being cancelled, what waited for a request may
    /// go on before <see cref="Stopping"/> knows.
    /// </summary>
    public bool IsStopping => _cancelling.IsCancellationRequested || _stopping.IsCancellationRequested;

    /// <summary>Everything ends, requests under way too.</summary>
    public CancellationToken Cancelling => _cancelling.Token;

    /// <summary>Stops the run: nothing more is sent, and what is on its way is waited for.</summary>
    /// <param name="reason">Why; the first reason counts.</param>
    /// <param name="isOfOther">Whether another worker met the reason.</param>
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

    /// <summary>A row waits for something of its own: the others need not wait for it.</summary>
    public void LetThrough() => _through.TrySetResult();

    /// <summary>Ends everything.</summary>
    public Task CancelAsync() => _cancelling.CancelAsync();

    public void Dispose()
    {
        _stopping.Dispose();
        _cancelling.Dispose();
    }
}
