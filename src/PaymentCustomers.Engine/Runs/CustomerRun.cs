using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Creates many customers: takes drafts and returns outcomes in the same order, with a limited number of rows in between. One thread
/// submits drafts and takes outcomes, while requests are in progress.
/// </summary>
internal sealed partial class CustomerRun : IAsyncDisposable
{
    // A marker for a row that repeats another: its outcome is determined after the other row's outcome was returned.
    private static readonly Task<DraftOutcome> Later = Task.FromResult<DraftOutcome>(null!);

    // The maximum number of parts of the list that are read at the same time.
    private const int MostListParts = 8;

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
    private readonly RowIntake _intake;
    private readonly int _window;
    private readonly SharedWindow? _shared;
    private readonly SharedControl? _control;
    private readonly Shard? _shard;
    private bool _isFirst = true;

    /// <param name="client">Sends the requests.</param>
    /// <param name="options">The settings of the run.</param>
    /// <param name="journal">The journal; null to keep one in memory for this run only. The caller disposes it after the run.</param>
    /// <param name="cancellation">Cancels the run, including requests in progress.</param>
    public CustomerRun(ProviderClient client, RunOptions options, IJournal? journal, CancellationToken cancellation)
    {
        _journal = journal ?? new MemoryJournal();
#pragma warning disable RS0030 // The system clock, because no outcome depends on it.
        _intake = new RowIntake(Fill, TimeProvider.System);
#pragma warning restore RS0030
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
        var limiter = new ConcurrencyLimiter(options.ThrottleLimit ?? AdaptiveLimits.FirstConcurrency);
        _stop.Stopping.UnsafeRegister(static limiter => ((ConcurrencyLimiter)limiter!).Close(), limiter);
        var limits = options.ThrottleLimit is null ? new AdaptiveLimits(client.Clock, client.Log, limiter.Resize, rate => _throttle.Limit(rate)) : null;
        var requests = new RequestSender(client, _throttle, options.MaximumRetryCount, limits);
        var list = new CustomerList(client, requests);
        var reader = new CustomerReader(client, requests);
        var identities = new IdentityLookup(client.Provider, list, reader, options.MatchBy);
        var sent = new SentKeys(client.Clock);
        foreach (var key in _journal.SomeCreated)
            sent.NoteEarlier(key);
        var once = new RequestSender(client, _throttle, maximumRetryCount: 0, limits);
        var outage = new ListOutage(new CustomerReader(client, once), client.Clock, client.Log);
        var keys = new KeyReconciler(list, outage, sent, client.Clock, client.Log, _stop.Cancelling);
        var reconciler = new Reconciler(client.Provider, keys, identities, outage, sent);
        var existing = new ExistingRows(
            reconciler, identities, reader, _outcomes, options, looksFirst: _journal.IsContinued, _stop);
        var sender = new RowSender(requests, reconciler, existing, _outcomes, options, _stop);
        _rows = new RowProcess(client, _journal, limiter, sender, _outcomes, new CircuitBreaker(_outcomes, _stop), _limit, _stop);
        _audit = shared is not null && client.Provider.Capabilities.ShowsKey
            ? new KeyAudit(list, shared, client.Provider.Listing.StartsAfterId ? Math.Min(MostListParts, options.ThrottleLimit ?? MostListParts) : 1)
            : null;
        if (shared is not null)
        {
            _control = new SharedControl(_stop, _throttle);
            shared.Join(_control);
        }

        if (options.MaximumTime is { } time)
        {
            var isOver = _outcomes.TimeIsOver(time);
            _timeLimit = new TimeLimit(client.Clock, time, () => _stop.Stop(isOver));
        }
    }

    /// <summary>Why the run stopped before the end; null if it did not.</summary>
    public PaymentError? Stopped => _stop.Reason;

    /// <summary>The number of returned outcomes of each kind.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Until when nothing is sent because the provider asked to wait; null if there is no wait.</summary>
    public DateTimeOffset? HeldUntil => _throttle.HeldUntil;

    /// <summary>The number of rows that were submitted and whose outcome was not returned yet.</summary>
    public int Outstanding => _slots.Count;

    /// <summary>
    /// Whether an outcome has to be taken before the next draft. The first row is sent alone, so that a wrong credential or address
    /// costs one request instead of a whole window of them.
    /// </summary>
    public bool IsFull => _shared is { } shared
        ? _slots.Count >= SharedWindow.MostOutstanding || shared.IsFull
        : _slots.Count >= (GoesAlone ? 1 : _window);

    private bool GoesAlone => _isFirst && !_stop.Through.IsCompleted;

    /// <summary>Submits a draft. If many are submitted at a time, another thread does it.</summary>
    /// <exception cref="InvalidOperationException">The run is full.</exception>
    public void Submit(PreparedDraft draft) => Submit(() => draft);

    /// <summary>Prepares and submits a draft. If many are submitted at a time, another thread does both.</summary>
    /// <param name="prepare">Prepares the draft. Must not throw. Called for one draft at a time, in their order.</param>
    /// <exception cref="InvalidOperationException">The run is full.</exception>
    public void Submit(Func<PreparedDraft> prepare)
    {
        if (IsFull)
            throw new InvalidOperationException("The run is full: take an outcome first.");
        // The first row is sent at once. The rows of a shared journal are counted when they are submitted.
        var isAtOnce = GoesAlone || _shared is not null;
        _timeLimit?.Enter();
        var slot = new RunSlot();
        _slots.Enqueue(slot);
        if (isAtOnce || !_intake.TryAdd(slot, prepare))
            Fill(slot, prepare());
    }

    /// <summary>Completes as soon as an outcome can be taken; immediately if no row is outstanding.</summary>
    public Task WaitAsync() => _slots.TryPeek(out var head) ? EndOf(head) : Task.CompletedTask;

    /// <summary>
    /// Completes when there is room for several drafts; for a run that is full. Waiting for each outcome would wake up the caller for every
    /// row.
    /// </summary>
    public Task WaitForRoomAsync()
    {
        if (_shared?.Room is { } room)
            return _slots.Count < SharedWindow.MostOutstanding && IsFull ? Task.WhenAny(WaitAsync(), room) : WaitAsync();
        if (GoesAlone)
            return Task.WhenAny(WaitAsync(), _stop.Through);
        var part = _slots.ElementAtOrDefault(Math.Min(_slots.Count, _window) / 4);
        return part is null or { Outcome.IsCompleted: true } ? WaitAsync() : EndOf(part);
    }

    /// <summary>Completes with the outcome of a row that is waited for.</summary>
    private Task EndOf(RunSlot slot)
    {
        if (slot.Outcome is not { } outcome)
            return EndOfLaterAsync(slot);
        Hurry(slot);
        return outcome;
    }

    private async Task EndOfLaterAsync(RunSlot slot)
    {
        await _intake.FlushAsync().ConfigureAwait(false);
        Hurry(slot);
        await slot.Outcome!.ConfigureAwait(false);
    }

    /// <summary>Lets the journal record a row that is waited for. In the middle of a run it was recorded long ago, and larger flushes are cheaper.</summary>
    private void Hurry(RunSlot slot)
    {
        if (slot.Claim?.Recorded.IsCompleted != true)
            _journal.Hurry();
    }

    /// <summary>
    /// Takes the next outcome in draft order, if it is available. A cancelled run also returns an outcome for all submitted rows:
    /// <see cref="CustomerOutcome.NotSent"/> if no request was sent, otherwise <see cref="CustomerOutcome.Unknown"/>.
    /// </summary>
    public bool TryTake(out DraftOutcome outcome)
    {
        if (!_slots.TryPeek(out var head) || head.Outcome is not { IsCompleted: true } ended)
        {
            outcome = null!;
            return false;
        }

        _slots.Dequeue();
        _timeLimit?.Leave();
#pragma warning disable RS0030 // The task has completed.
        outcome = ended.Result ?? Repeated(head.Draft, head.Claim!);
#pragma warning restore RS0030
        _isFirst &= head.Claim is not { IsMine: true };
        Counts.Add(outcome);
        if (outcome is { Outcome: CustomerOutcome.Created, Customer.Id: { } id })
            _audit?.NoteCreated(id);
        return true;
    }

    /// <summary>Stops the run: sends nothing more, and waits for the open requests.</summary>
    /// <param name="error">Why the run stops; only the first reason counts.</param>
    public void Stop(PaymentError error) => _stop.Stop(error);

    /// <summary>
    /// After the last outcome of a run with a shared journal, checks whether two customers carry the same key. If the provider keeps no
    /// keys, this is the only proof that none do. The last worker checks for all.
    /// </summary>
    /// <returns>A message about what was found; null if there is none.</returns>
    public Task<string?> AuditAsync() => _audit is null || Stopped is not null ? Task.FromResult<string?>(null) : _audit.RunAsync(_stop.Cancelling);

    /// <summary>Whether a row that is no longer submitted belongs to another shard. Must be called in input order.</summary>
    public bool IsOfOtherShard(PreparedDraft draft) => IsOfOtherShard(draft, out _, out _);

    /// <summary>The outcome of a row that is no longer submitted. Call it after the last outcome.</summary>
    public async ValueTask<DraftOutcome> AccountAsync(PreparedDraft draft)
    {
        if (!draft.IsValid)
            return _outcomes.NotSent(draft, _stop.Reason);
        var claim = await _journal.LookAsync(draft.Draft.Row, draft.Key).ConfigureAwait(false);
        return claim.Kind == ClaimKind.Taken ? Repeated(draft, claim) : NotSent(draft, claim);
    }

    /// <summary>Cancels everything in progress.</summary>
    public async ValueTask DisposeAsync()
    {
        // Dispose it first, because its timer stops the run.
        if (_timeLimit is not null)
            await _timeLimit.DisposeAsync().ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _intake.DisposeAsync().ConfigureAwait(false);
        foreach (var slot in _slots)
            await slot.Outcome!.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        _control?.End();
        _throttle.Dispose();
        _stop.Dispose();
    }
}
