namespace PaymentCustomers.Postgres;

/// <summary>
/// Rows that other workers are at work on: asked for again and again, until they are done there, or their worker is not heard
/// of any more. Safe for several threads.
/// </summary>
/// <param name="ask">Asks for rows once more; adds again what is still elsewhere.</param>
/// <param name="ending">Ends it.</param>
internal sealed class RowsElsewhere(Func<List<Asked>, Task> ask, CancellationToken ending)
{
    private const int AtOnce = 2_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly object _lock = new();
    private readonly Queue<Asked> _rows = new();
    private Task _asking = Task.CompletedTask;

    /// <summary>Done when nothing is asked any more.</summary>
    public Task Ended
    {
        get
        {
            lock (_lock)
                return _asking;
        }
    }

    /// <summary>Takes a row.</summary>
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

            // The oldest: those behind them wait for their places in the line of outcomes anyway.
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
