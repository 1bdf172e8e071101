using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Counts the rows that a run itself has under way where others work on the same input: rows that others have do not keep
/// it from going on with those behind them. Safe for several threads.
/// </summary>
/// <param name="size">So many may be under way.</param>
internal sealed class SharedWindow(int size)
{
    /// <summary>The most rows that are taken in and not yet given out, those of others among them; what bounds the memory.</summary>
    public const int MostOutstanding = 16_384;

    private readonly object _lock = new();
    private TaskCompletionSource _room = New();
    private int _busy;
    private bool _hasDone;

    /// <summary>Whether no row may be added. Until the first has been through, one goes alone.</summary>
    public bool IsFull(bool goesAlone)
    {
        lock (_lock)
            return _busy >= (goesAlone && !_hasDone ? 1 : size);
    }

    /// <summary>Done when there may be room.</summary>
    public Task Room
    {
        get
        {
            lock (_lock)
                return _room.Task;
        }
    }

    /// <summary>A row is under way.</summary>
    public void Enter()
    {
        lock (_lock)
            _busy++;
    }

    /// <summary>A row is not under way here any more.</summary>
    /// <param name="isDone">Whether this run has sent it.</param>
    public void Leave(bool isDone)
    {
        TaskCompletionSource? room = null;
        lock (_lock)
        {
            _busy--;
            _hasDone |= isDone;
            // Who waits is woken for a good number of rows, not for each.
            if (_busy <= size * 3 / 4)
                (room, _room) = (_room, New());
        }

        room?.SetResult();
    }

    /// <summary>Waits until another worker has ended with a row, which is not under way here meanwhile.</summary>
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
