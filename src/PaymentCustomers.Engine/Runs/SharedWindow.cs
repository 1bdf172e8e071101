using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Counts the rows that a run itself has in progress while other workers process the same input. Rows of other workers do not prevent
/// the run from starting later rows. Safe for concurrent use.
/// </summary>
/// <param name="size">The maximum number of rows in progress.</param>
internal sealed class SharedWindow(int size)
{
    /// <summary>The maximum number of submitted rows without a returned outcome, including rows of other workers. It limits the memory.</summary>
    public const int MostOutstanding = 16_384;

    private readonly object _lock = new();
    private TaskCompletionSource _room = New();
    private int _busy;
    private TaskCompletionSource? _first;

    /// <summary>Whether no row may be added.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _busy >= size;
        }
    }

    /// <summary>Completes when there may be room.</summary>
    public Task Room
    {
        get
        {
            lock (_lock)
                return _room.Task;
        }
    }

    /// <summary>Records that a row is in progress.</summary>
    public void Enter()
    {
        lock (_lock)
            _busy++;
    }

    /// <summary>
    /// Waits until a claimed row may be sent. The first one is sent alone. It is claimed together with others: a worker that joins late
    /// must not claim all rows that already have a customer one by one.
    /// </summary>
    /// <param name="through">Completes when a request has succeeded.</param>
    /// <param name="stopping">Ends the wait when the run stops.</param>
    public async Task TakeTurnAsync(Task through, CancellationToken stopping)
    {
        Task first;
        lock (_lock)
        {
            if (_first is null)
            {
                _first = New();
                return;
            }

            first = _first.Task;
        }

        if (!first.IsCompleted)
            await ((Task)Task.WhenAny(first, through)).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Records that a row is no longer in progress here.</summary>
    /// <param name="isDone">Whether this run has sent it.</param>
    public void Leave(bool isDone)
    {
        TaskCompletionSource? room = null;
        lock (_lock)
        {
            _busy--;
            if (isDone)
                _first?.TrySetResult();
            // The waiting caller is woken when there is room for several rows, not for each row.
            if (_busy <= size * 3 / 4)
                (room, _room) = (_room, New());
        }

        room?.SetResult();
    }

    /// <summary>Waits until another worker has ended a row. Meanwhile the row does not count as in progress here.</summary>
    public async Task<Claim> DecideAsync(Claim claim, CancellationToken stopping)
    {
        Leave(isDone: false);
        try
        {
            while (claim.Later is { } later)
                claim = await later.WaitAsync(stopping).ConfigureAwait(false);
            return claim;
        }
        finally
        {
            Enter();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
