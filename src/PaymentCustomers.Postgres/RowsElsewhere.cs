namespace PaymentCustomers.Postgres;

/// <summary>
/// Rows that other workers are working on. They are claimed again periodically until they are done, or their worker's lease expires.
/// Safe for concurrent use.
/// </summary>
/// <param name="ask">Claims rows again. Those that other workers still have are added again.</param>
/// <param name="ending">Ends the periodic claims.</param>
internal sealed class RowsElsewhere(Func<List<Asked>, Task> ask, CancellationToken ending)
{
    private const int AtOnce = 2_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly object _lock = new();
    private readonly Queue<Asked> _rows = new();
    private Task _asking = Task.CompletedTask;

    /// <summary>Completes when no more rows are claimed.</summary>
    public Task Ended
    {
        get
        {
            lock (_lock)
                return _asking;
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(Asked asked)
    {
        asked.Wait();
        lock (_lock)
        {
            _rows.Enqueue(asked);
            if (_asking.IsCompleted)
                _asking = Task.Run(AskAsync);
        }
    }

    private async Task AskAsync()
    {
        while (true)
        {
            try
            {
                await Task.Delay(Pause, Database.Clock, ending).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
            }

            // The oldest rows first: outcomes are returned in order, so that later rows have to wait for them anyway.
            var rows = new List<Asked>();
            lock (_lock)
            {
                while (rows.Count < AtOnce && _rows.TryDequeue(out var row))
                    rows.Add(row);
            }

            if (ending.IsCancellationRequested)
            {
                rows.ForEach(row => row.Cancel());
                if (rows.Count == 0)
                    return;
            }
            else if (rows.Count > 0)
            {
                await ask(rows).ConfigureAwait(false);
            }
            else
            {
                lock (_lock)
                {
                    if (_rows.Count > 0)
                        continue;
                    _asking = Task.CompletedTask;
                    return;
                }
            }
        }
    }
}
