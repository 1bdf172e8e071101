using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// Searches a provider's list of customers for keys, where nothing else can tell whether a create was carried out. Many keys share
/// one scan of the list. A scan starts after the requests of all its keys have settled, and reads the list to its end, because its
/// order is not known.
/// <para>
/// A key that is missing from the list proves that the customer does not exist only if the same scan shows, with its key, a customer
/// whose request was sent after the doubtful one had ended, and all customers that this run knows were created before that one; and
/// only if the provider says where the list ends. A list may lag behind, be limited in length, or omit metadata (contracts/dots.md).
/// Until there is proof, the scan is repeated for a limited time.
/// </para>
/// </summary>
/// <param name="list">Reads the list of customers.</param>
/// <param name="outage">Decides whether to read the list.</param>
/// <param name="sent">The keys that the list must show.</param>
/// <param name="clock">The clock. Waits use its monotonic timestamps.</param>
/// <param name="log">Receives messages about scans.</param>
/// <param name="cancellation">Cancels all scans.</param>
internal sealed class KeyReconciler(CustomerList list, ListOutage outage, SentKeys sent, TimeProvider clock, IEngineLog? log, CancellationToken cancellation)
{
    private const int MostPages = 20_000;

    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    // How long scans are repeated while the list does not show the customers that it must show.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly object _lock = new();
    private readonly List<KeyQuestion> _questions = [];
    private bool _isScanning;

    /// <summary>Finds the customer of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="settle">How long to wait before the scan, because the request may still be carried out.</param>
    /// <param name="doubt">When the doubtful request ended; null for now.</param>
    /// <param name="isOld">Whether that is so long ago that the list must show its customer by now.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Finding> FindAsync(string key, TimeSpan settle, long? doubt = null, bool isOld = false)
    {
        var now = clock.GetTimestamp();
        var question = new KeyQuestion(key, doubt ?? now, isOld) { Ready = After(now, settle), GiveUp = After(now, settle + Patience) };
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

    private long After(long moment, TimeSpan time) => moment + (long)(time.TotalSeconds * clock.TimestampFrequency);

    private async Task ScanAsync()
    {
        while (true)
        {
            long ready;
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
                if (clock.GetElapsedTime(clock.GetTimestamp(), ready) is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait > LeastWait ? wait : LeastWait, clock, cancellation).ConfigureAwait(false);
                // A timer may fire slightly early. Avoid scanning the whole list for no key.
                if (TakeReady() is { Count: > 0 } questions)
                    await ScanAsync(questions).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Cancel();
            }
        }
    }

    private async Task ScanAsync(List<KeyQuestion> questions)
    {
        try
        {
            var scan = await outage.LookAsync(() => ReadAsync(questions), cancellation).ConfigureAwait(false);
            if (scan.IsAnswered)
                return;
            // The list appears to be endless. Scanning it again would not help.
            if (scan.Pages >= MostPages)
                Leave(questions);
            else
                Conclude(questions, scan);
        }
        catch (OperationCanceledException)
        {
            foreach (var question in questions)
                question.Answer.TrySetCanceled(cancellation);
        }
        // Catch everything: if a scan ended without a result, the callers would wait forever.
        catch (Exception e)
        {
            Leave(questions, (e as PaymentException)?.Error);
        }
    }

    private async Task<KeyScan> ReadAsync(List<KeyQuestion> questions)
    {
        log?.Verbose(ReconciliationMessages.Looking(questions.Count));
        var scan = new KeyScan(questions);
        await foreach (var page in list.PagesAsync(CustomerFilter.None, cancellation).ConfigureAwait(false))
        {
            scan.Take(page);
            if (scan.IsAnswered || scan.Pages >= MostPages)
                break;
        }

        return scan;
    }

    private static void Leave(List<KeyQuestion> questions, PaymentError? error = null) =>
        questions.ForEach(question => question.Answer.TrySetResult(Finding.Unknown with { Error = error }));

    /// <summary>Decides about the keys that a complete scan did not find.</summary>
    private void Conclude(List<KeyQuestion> questions, KeyScan scan)
    {
        var sight = sent.Look(scan.Keys);
        var isWhole = scan.IsEndSaid && !sight.LacksSome;
        var now = clock.GetTimestamp();
        foreach (var question in questions.Where(question => !question.Answer.Task.IsCompleted))
        {
            if (isWhole && (sight.Newest >= question.Doubt || (question.IsOld && scan.Keys.Count > 0)))
                question.Answer.TrySetResult(new Finding(null, IsCertain: true));
            else if (now >= question.GiveUp)
                question.Answer.TrySetResult(Finding.Unknown);
            else
                Again(question, now);
        }
    }

    private void Again(KeyQuestion question, long now)
    {
        question.Ready = Math.Min(question.GiveUp, After(now, TimeSpan.FromSeconds(Math.Pow(2, Math.Min(3, question.Scans++)))));
        lock (_lock)
            _questions.Add(question);
    }

    private List<KeyQuestion> TakeReady()
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
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
}
