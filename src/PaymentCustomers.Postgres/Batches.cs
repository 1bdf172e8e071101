namespace PaymentCustomers.Postgres;

/// <summary>
/// Processes items in batches. Items that are added while a batch is in progress go into the next one. If enough items are waiting, a
/// second batch starts before the first has ended. Safe for concurrent use.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="work">Processes a batch. Must not throw.</param>
/// <param name="linger">How long the first item of a batch waits for more items.</param>
internal sealed class Batches<T>(Func<List<T>, Task> work, TimeSpan linger)
{
    private const int Most = 512;
    private const int WorthASecond = 32;
    private const int AtOnce = 3;

    private readonly object _lock = new();
    private List<T> _waiting = [];
    private int _underWay;
    private TaskCompletionSource? _idle;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        lock (_lock)
        {
            _waiting.Add(item);
            if (_underWay > 0 && (_underWay >= AtOnce || _waiting.Count < WorthASecond * _underWay))
                return;
            _underWay++;
        }

        _ = Task.Run(WorkAsync);
    }

    /// <summary>Completes when all added items have been processed.</summary>
    public Task WhenIdle
    {
        get
        {
            lock (_lock)
                return _underWay == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            if (linger > TimeSpan.Zero)
                await Task.Delay(linger, Database.Clock).ConfigureAwait(false);
            List<T> batch;
            TaskCompletionSource? idle = null;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _underWay--;
                    if (_underWay == 0)
                        (idle, _idle) = (_idle, null);
                    batch = [];
                }
                else
                {
                    batch = _waiting.Count <= Most ? _waiting : _waiting[..Most];
                    _waiting = _waiting.Count <= Most ? [] : _waiting[Most..];
                }
            }

            if (batch.Count == 0)
            {
                idle?.SetResult();
                return;
            }

            await work(batch).ConfigureAwait(false);
        }
    }
}
