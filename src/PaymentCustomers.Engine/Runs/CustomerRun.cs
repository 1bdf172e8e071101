using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Creates many customers: takes drafts, gives outcomes in the same order, with a bounded number between the two. One
/// thread feeds and takes; the requests go on beside it.
/// </summary>
internal sealed partial class CustomerRun : IAsyncDisposable
{
    // What became of a row that repeats another is said once that one was given out.
    private static readonly Task<DraftOutcome> Later = Task.FromResult<DraftOutcome>(null!);

    private readonly KeyAudit? _audit;
    private readonly TimeProvider _clock;
    private readonly RowIdentities _identities;
    private readonly IJournal _journal;
    private readonly RequestThrottle _throttle;
    private readonly RowOutcomes _outcomes;
    private readonly RowProcess _rows;
    private readonly RunStop _stop;
    private readonly ErrorLimit _limit;
    private readonly TimeLimit? _timeLimit;
    private readonly Queue<RunSlot> _slots = new();
    private readonly int _window;
    private readonly SharedWindow? _shared;
    private readonly Shard? _shard;
    private bool _isFirst = true;

    /// <param name="client">The client to send through.</param>
    /// <param name="options">How the run goes.</param>
    /// <param name="journal">The run's record; null for one that ends with the run. The caller closes it after the run.</param>
    /// <param name="cancellation">Ends everything, requests under way too.</param>
    public CustomerRun(ProviderClient client, RunOptions options, IJournal? journal, CancellationToken cancellation)
    {
        _journal = journal ?? new MemoryJournal();
        _clock = client.Clock;
        _window = options.Window;
        _shard = options.Shard;
        _identities = new RowIdentities(client.Provider, options);
        var shared = _journal.Shared;
        _shared = shared is null ? null : new SharedWindow(_window);
        _stop = new RunStop(cancellation, shared is null ? null : reason => SharedControl.Tell(shared, reason));
        _limit = new ErrorLimit(options.MaximumErrors, _stop);
        _throttle = new RequestThrottle(client.Clock, client.Log, options.RateLimit ?? client.RateLimit, shared is null ? null : shared.Hold);
        _outcomes = new RowOutcomes(client, _journal.IsKept);
        var limiter = new ConcurrencyLimiter(options.ThrottleLimit);
        _stop.Stopping.UnsafeRegister(static limiter => ((ConcurrencyLimiter)limiter!).Close(), limiter);
        var requests = new RequestSender(client, _throttle, options.MaximumRetryCount);
        var list = new CustomerList(client, requests);
        var identities = new IdentityLookup(client.Provider, list, options.MatchBy);
        var sent = new SentKeys(client.Clock);
        foreach (var key in _journal.SomeCreated)
            sent.NoteEarlier(key);
        var keys = new KeyReconciler(list, sent, client.Clock, client.Log, _stop.Cancelling);
        var reconciler = new Reconciler(client.Provider, keys, identities, sent);
        var existing = new ExistingRows(
            reconciler, identities, new CustomerReader(client, requests), _outcomes, options, looksFirst: _journal.IsContinued, _stop);
        var sender = new RowSender(requests, reconciler, existing, _outcomes, options, _stop);
        _rows = new RowProcess(client, _journal, limiter, sender, _outcomes, new CircuitBreaker(_outcomes, _stop), _limit, _stop);
        _audit = shared is not null && client.Provider.Capabilities.ShowsKey ? new KeyAudit(list, shared) : null;
        shared?.Join(new SharedControl(_stop, _throttle));
        if (options.MaximumTime is { } time)
        {
            var isOver = _outcomes.TimeIsOver(time);
            _timeLimit = new TimeLimit(client.Clock, time, () => _stop.Stop(isOver));
        }
    }

    /// <summary>Why the run stopped before its end; null if it did not.</summary>
    public PaymentError? Stopped => _stop.Reason;

    /// <summary>What became of the rows that were given out.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Until when nothing is sent, because the provider asked for it; null if things are sent.</summary>
    public DateTimeOffset? HeldUntil => _throttle.HeldUntil;

    /// <summary>Rows that were taken in and not given out.</summary>
    public int Outstanding => _slots.Count;

    /// <summary>
    /// Whether an outcome has to be taken before the next draft. The first row goes alone: what is wrong with the
    /// credential or the address costs one request, not a window full of them.
    /// </summary>
    public bool IsFull => _shared is { } shared
        ? _slots.Count >= SharedWindow.MostOutstanding || shared.IsFull(GoesAlone)
        : _slots.Count >= (GoesAlone ? 1 : _window);

    private bool GoesAlone => _isFirst && !_stop.Through.IsCompleted;

    /// <summary>Takes a draft in.</summary>
    /// <exception cref="InvalidOperationException">The run is full.</exception>
    public void Submit(PreparedDraft draft)
    {
        if (IsFull)
            throw new InvalidOperationException("The run is full: take an outcome first.");
        _timeLimit?.Enter();
        _slots.Enqueue(NewSlot(draft));
    }

    /// <summary>Done as soon as an outcome can be taken; at once if nothing is outstanding.</summary>
    public Task WaitAsync()
    {
        _journal.Hurry();
        return _slots.TryPeek(out var head) ? head.Outcome : Task.CompletedTask;
    }

    /// <summary>
    /// Done when there may be room for a good number of drafts; for a run that is full. One that waited for each outcome
    /// by itself would be woken for each.
    /// </summary>
    public Task WaitForRoomAsync()
    {
        if (_shared?.Room is { } room)
            return _slots.Count < SharedWindow.MostOutstanding && IsFull ? Task.WhenAny(WaitAsync(), room) : WaitAsync();
        if (GoesAlone)
            return Task.WhenAny(WaitAsync(), _stop.Through);
        var part = _slots.ElementAtOrDefault(Math.Min(_slots.Count, _window) / 4);
        if (part is not { Outcome.IsCompleted: false })
            return WaitAsync();
        _journal.Hurry();
        return part.Outcome;
    }

    /// <summary>
    /// Takes the next outcome, in the order of the drafts, if it is there. A cancelled run gives out what it has taken in
    /// as well: <see cref="CustomerOutcome.NotSent"/> where no request has left, else <see cref="CustomerOutcome.Unknown"/>.
    /// </summary>
    public bool TryTake(out DraftOutcome outcome)
    {
        if (!_slots.TryPeek(out var head) || !head.Outcome.IsCompleted)
        {
            outcome = null!;
            return false;
        }

        _slots.Dequeue();
        _timeLimit?.Leave();
#pragma warning disable RS0030 // It is done.
        outcome = head.Outcome.Result ?? Repeated(head.Draft, head.Claim!);
#pragma warning restore RS0030
        _isFirst &= head.Claim is not { IsMine: true };
        Counts.Add(outcome);
        return true;
    }

    /// <summary>Stops the run: nothing more is sent, and what is on its way is waited for.</summary>
    /// <param name="error">Why; the first reason counts.</param>
    public void Stop(PaymentError error) => _stop.Stop(error);

    /// <summary>
    /// Looks, after the last outcome and where several workers share the journal, whether two customers carry one key: where
    /// the provider keeps no keys, that is the one proof that none does. The last worker looks for all.
    /// </summary>
    /// <returns>What people should know of it; null if nothing.</returns>
    public Task<string?> AuditAsync() => _audit is null || Stopped is not null ? Task.FromResult<string?>(null) : _audit.RunAsync(_stop.Cancelling);

    /// <summary>Whether a row that the run does not take in any more belongs to another shard; asked in the order of the input.</summary>
    public bool IsOfOtherShard(PreparedDraft draft) => IsOfOtherShard(draft, out _, out _);

    /// <summary>What is known of a row that the run does not take in any more; after its last outcome.</summary>
    public DraftOutcome Account(PreparedDraft draft)
    {
        if (!draft.IsValid)
            return _outcomes.NotSent(draft, _stop.Reason);
        var claim = _journal.Look(draft.Draft.Row, draft.Key);
        return claim.Kind == ClaimKind.Taken ? Repeated(draft, claim) : NotSent(draft, claim);
    }

    /// <summary>Ends what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        // First: it stops what is about to go.
        if (_timeLimit is not null)
            await _timeLimit.DisposeAsync().ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var slot in _slots)
            await slot.Outcome.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        _throttle.Dispose();
        _stop.Dispose();
    }
}
