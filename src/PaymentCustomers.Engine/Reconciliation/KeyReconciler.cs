using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Finds keys in a provider's list of customers, where nothing else tells whether a create was carried out. Many keys
/// share one scan of the list; each scan begins after all of its keys have settled, and reads the list to its end,
/// because nothing is known of its order.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Told of scans.</param>
/// <param name="cancellation">Ends every scan.</param>
internal sealed class KeyReconciler(CustomerList list, TimeProvider clock, IEngineLog? log, CancellationToken cancellation)
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly List<Question> _questions = [];
    private bool _isScanning;

    /// <summary>Finds the customer of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindAsync(string key, TimeSpan settle)
    {
        var question = new Question(key, clock.GetUtcNow() + settle);
        lock (_lock)
        {
            _questions.Add(question);
            if (_isScanning)
                return question.Answer.Task;
            _isScanning = true;
        }

        _ = Task.Run(ScanAsync, CancellationToken.None);
        return question.Answer.Task;
    }

    private async Task ScanAsync()
    {
        while (true)
        {
            DateTimeOffset ready;
            lock (_lock)
            {
                if (_questions.Count == 0)
                {
                    _isScanning = false;
                    return;
                }

                ready = _questions.Min(question => question.Ready);
            }

            try
            {
                if (ready - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait > LeastWait ? wait : LeastWait, clock, cancellation).ConfigureAwait(false);
                // A timer may be early by a hair: a scan for nothing would cost the whole list.
                if (TakeReady() is { Count: > 0 } questions)
                    await ScanAsync(questions).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Cancel();
            }
        }
    }

    private async Task ScanAsync(List<Question> questions)
    {
        log?.Verbose(ReconciliationMessages.Looking(questions.Count));
        var open = questions.ToLookup(question => question.Key, StringComparer.Ordinal);
        var left = questions.Count;
        try
        {
            await foreach (var page in list.PagesAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
            {
                foreach (var customer in page.Customers)
                {
                    if (customer.IdempotencyKey is not { } key || !open.Contains(key))
                        continue;
                    foreach (var question in open[key])
                        left -= question.Answer.TrySetResult(new Finding(customer, IsCertain: true)) ? 1 : 0;
                }

                if (left <= 0)
                    return;
            }

            foreach (var question in questions)
                question.Answer.TrySetResult(new Finding(null, IsCertain: true));
        }
        catch (OperationCanceledException)
        {
            foreach (var question in questions)
                question.Answer.TrySetCanceled(cancellation);
        }
        // Whatever it is: a scan that ends without an answer would leave those who ask waiting for ever.
        catch (Exception)
        {
            foreach (var question in questions)
                question.Answer.TrySetResult(new Finding(null, IsCertain: false));
        }
    }

    private List<Question> TakeReady()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var ready = _questions.FindAll(question => question.Ready <= now);
            _questions.RemoveAll(question => question.Ready <= now);
            return ready;
        }
    }

    private void Cancel()
    {
        lock (_lock)
        {
            foreach (var question in _questions)
                question.Answer.TrySetCanceled(cancellation);
            _questions.Clear();
        }
    }

    private sealed record Question(string Key, DateTimeOffset Ready)
    {
        public TaskCompletionSource<Finding> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
