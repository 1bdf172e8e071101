using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Engine.Lookups;

/// <summary>What a look for a key found.</summary>
/// <param name="Customer">The customer that has the key, or null.</param>
/// <param name="IsCertain">Whether the whole list was seen: without a customer, it is surely not there.</param>
internal readonly record struct LookResult(PaymentCustomer? Customer, bool IsCertain);

/// <summary>
/// Looks for keys in a provider's list of customers, where nothing else tells whether a create was carried out. Many
/// keys share one look; each look begins after all of its keys have settled, and reads the list to its end, because
/// nothing is known of its order.
/// </summary>
/// <param name="reader">Reads the list.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Told of looks.</param>
/// <param name="cancellation">Ends every look.</param>
internal sealed class KeyLookup(CustomerReader reader, TimeProvider clock, IEngineLog? log, CancellationToken cancellation)
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly List<Question> _questions = [];
    private bool _isLooking;

    /// <summary>Looks for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="settle">How long to wait first: what was sent may still be carried out.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<LookResult> FindAsync(string key, TimeSpan settle)
    {
        var question = new Question(key, clock.GetUtcNow() + settle);
        lock (_lock)
        {
            _questions.Add(question);
            if (_isLooking)
                return question.Answer.Task;
            _isLooking = true;
        }

        _ = Task.Run(LookAsync, CancellationToken.None);
        return question.Answer.Task;
    }

    private async Task LookAsync()
    {
        while (true)
        {
            DateTimeOffset ready;
            lock (_lock)
            {
                if (_questions.Count == 0)
                {
                    _isLooking = false;
                    return;
                }

                ready = _questions.Min(question => question.Ready);
            }

            try
            {
                if (ready - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait > LeastWait ? wait : LeastWait, clock, cancellation).ConfigureAwait(false);
                // A timer may be early by a hair: a look for nothing would cost the whole list.
                if (TakeReady() is { Count: > 0 } questions)
                    await LookAsync(questions).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Cancel();
            }
        }
    }

    private async Task LookAsync(List<Question> questions)
    {
        log?.Verbose(Messages.Looking(questions.Count));
        var open = questions.ToLookup(question => question.Key, StringComparer.Ordinal);
        var left = questions.Count;
        try
        {
            await foreach (var page in reader.ListAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
            {
                foreach (var customer in page.Customers)
                {
                    if (customer.IdempotencyKey is not { } key || !open.Contains(key))
                        continue;
                    foreach (var question in open[key])
                        left -= question.Answer.TrySetResult(new LookResult(customer, IsCertain: true)) ? 1 : 0;
                }

                if (left <= 0)
                    return;
            }

            foreach (var question in questions)
                question.Answer.TrySetResult(new LookResult(null, IsCertain: true));
        }
        catch (OperationCanceledException)
        {
            foreach (var question in questions)
                question.Answer.TrySetCanceled(cancellation);
        }
        // Whatever it is: a look that ends without an answer would leave those who ask waiting for ever.
        catch (Exception)
        {
            foreach (var question in questions)
                question.Answer.TrySetResult(new LookResult(null, IsCertain: false));
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
        public TaskCompletionSource<LookResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
