using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Lookups;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Reading;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// Creates many customers: takes drafts, gives outcomes in the same order, with a bounded number between the two. One
/// thread feeds and takes; the requests go on beside it.
/// </summary>
public sealed class CustomerRun : IAsyncDisposable
{
    // So many rows in a row that failed for want of the provider, and the run stops instead of failing all the others.
    private const int ProviderGoneAfter = 20;

    // Nothing of a run that has written nothing for so long is still on its way.
    private static readonly TimeSpan SurelySettled = TimeSpan.FromMinutes(10);

    private readonly ProviderClient _client;
    private readonly Journal? _journal;
    private readonly KeyTable _keys;
    private readonly SendGate _gate;
    private readonly Permits _permits;
    private readonly RowSender _sender;
    private readonly CancellationTokenSource _cancelling;
    private readonly CancellationTokenSource _stopping;
    private readonly Queue<Slot> _slots = new();
    private readonly object _lock = new();
    private readonly int _window;
    private readonly DateTimeOffset _begun;
    private int _failuresInARow;
    private bool _isFirst = true;

    /// <param name="client">The client to send through.</param>
    /// <param name="options">How the run goes.</param>
    /// <param name="journal">The run's record, or null; the caller closes it after the run.</param>
    /// <param name="cancellation">Ends everything, requests under way too.</param>
    public CustomerRun(ProviderClient client, RunOptions options, Journal? journal, CancellationToken cancellation)
    {
        _client = client;
        _begun = client.Clock.GetUtcNow();
        _journal = journal;
        _window = options.Window;
        _keys = journal?.Known ?? new KeyTable();
        _cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(_cancelling.Token);
        _permits = new Permits(options.ThrottleLimit);
        _stopping.Token.UnsafeRegister(static permits => ((Permits)permits!).Close(), _permits);
        _gate = new SendGate(client.Clock, client.Log, options.RateLimit);
        var requests = new RequestSender(client, _gate, options.MaximumRetryCount);
        var reader = new CustomerReader(client, requests);
        _sender = new RowSender(
            client,
            requests,
            reader,
            new KeyLookup(reader, client.Clock, client.Log, _cancelling.Token),
            new ExistingCustomers(client.Provider, reader, options.MatchBy),
            options,
            StopFor);
    }

    /// <summary>Why the run stopped before its end; null if it did not.</summary>
    public PaymentError? Stopped { get; private set; }

    /// <summary>What became of the rows that were given out.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Until when nothing is sent, because the provider asked for it; null if things are sent.</summary>
    public DateTimeOffset? HeldUntil => _gate.HeldUntil;

    /// <summary>Rows that were taken in and not given out.</summary>
    public int Outstanding => _slots.Count;

    /// <summary>
    /// Whether an outcome has to be taken before the next draft. The first row goes alone: what is wrong with the
    /// credential or the address costs one request, not a window full of them.
    /// </summary>
    public bool IsFull => _slots.Count >= (_isFirst ? 1 : _window);

    /// <summary>Takes a draft in.</summary>
    /// <exception cref="InvalidOperationException">The run is full.</exception>
    public void Submit(PreparedDraft draft)
    {
        if (IsFull)
            throw new InvalidOperationException("The run is full: take an outcome first.");
        _slots.Enqueue(NewSlot(draft));
    }

    /// <summary>Done as soon as an outcome can be taken; at once if nothing is outstanding.</summary>
    public Task WaitAsync()
    {
        _journal?.Hurry();
        return _slots.TryPeek(out var head) ? head.Outcome : Task.CompletedTask;
    }

    /// <summary>
    /// Done when there may be room for a good number of drafts; for a run that is full. One that waited for each outcome
    /// by itself would be woken for each.
    /// </summary>
    public Task WaitForRoomAsync()
    {
        var part = _slots.ElementAtOrDefault(Math.Min(_slots.Count, _window) / 4);
        if (part is not { Outcome.IsCompleted: false })
            return WaitAsync();
        _journal?.Hurry();
        return part.Outcome;
    }

    /// <summary>
    /// Takes the next outcome, in the order of the drafts, if it is there. A cancelled run gives out what it has taken in
    /// as well: <see cref="PaymentErrorId.NotSent"/> where no request has left, else <see cref="CustomerOutcome.Unknown"/>.
    /// </summary>
    public bool TryTake(out DraftOutcome outcome)
    {
        if (!_slots.TryPeek(out var head) || !head.Outcome.IsCompleted)
        {
            outcome = null!;
            return false;
        }

        _slots.Dequeue();
        outcome = head.IsRepeated ? Repeat(head) : head.Outcome.Result;
        if (head.Draft.IsValid && !head.IsRepeated)
            _keys.Set(head.Key, StateOf(outcome), outcome.Customer?.Id);
        _isFirst &= !head.IsSent;

        Counts.Add(outcome);
        return true;
    }

    /// <summary>Ends what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _cancelling.CancelAsync().ConfigureAwait(false);
        foreach (var slot in _slots)
            await slot.Outcome.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        _gate.Dispose();
        _stopping.Dispose();
        _cancelling.Dispose();
    }

    private Slot NewSlot(PreparedDraft draft)
    {
        if (!draft.IsValid)
            return new Slot(draft, Task.FromResult(new DraftOutcome(draft.Draft, CustomerOutcome.Failed, null, Errors.Invalid(draft))));
        var key = KeyTable.HashOf(draft.Key);
        var before = _keys.StateOf(key, out var id);
        if (_keys.Mark(key))
            return new Slot(draft, Task.FromResult<DraftOutcome>(null!), key, IsRepeated: true);
        return new Slot(draft, before switch
        {
            // Done by an earlier run of the same journal.
            KeyState.Created => Task.FromResult(_sender.Found(draft, CustomerOutcome.Created, id, fromJournal: true)),
            KeyState.Existing => Task.FromResult(_sender.Found(draft, CustomerOutcome.Existing, id, fromJournal: true)),
            _ => Start(draft, SettleOf(before)),
        }, key, IsSent: before is not (KeyState.Created or KeyState.Existing));
    }

    /// <summary>How long to wait before a row of an earlier run is looked for; null if it need not be.</summary>
    private TimeSpan? SettleOf(KeyState before)
    {
        if (before is not (KeyState.Started or KeyState.Unknown))
            return null;
        // The last requests of the earlier run may have left long after it last wrote, so that the wait is of this run.
        var now = _client.Clock.GetUtcNow();
        var rest = RetryRules.SettleAfterTimeout - (now - _begun);
        return now - (_journal?.LastWritten ?? DateTimeOffset.MinValue) < SurelySettled && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>
    /// Puts a row in line on the caller's own thread, so that rows leave in the order of the input; all else happens
    /// beside it.
    /// </summary>
    private Task<DraftOutcome> Start(PreparedDraft draft, TimeSpan? settle)
    {
        if (_stopping.IsCancellationRequested)
            return Task.FromResult(NotSent(draft));
        var lease = new Lease(_permits);
        if (settle is null)
            lease.Ask();
        var started = _journal?.StartAsync(draft.Draft.Row, draft.Key);
        // A row that has to wait goes on elsewhere by itself.
        return lease.IsReady && started is not { IsCompleted: false }
            ? BesideAsync(draft, settle, started, lease)
            : SendAsync(draft, settle, started, lease);
    }

    // By itself, so that its closure is made for the few rows that need it.
    private Task<DraftOutcome> BesideAsync(PreparedDraft draft, TimeSpan? settle, Task? started, Lease lease) =>
        Task.Run(() => SendAsync(draft, settle, started, lease));

    private async Task<DraftOutcome> SendAsync(PreparedDraft draft, TimeSpan? settle, Task? started, Lease lease)
    {
        var request = _sender.Request(draft, _cancelling.Token);
        var isStarted = false;
        try
        {
            if (started is not null)
            {
                await started.ConfigureAwait(false);
                isStarted = true;
            }

            var outcome = await _sender.SendAsync(request, settle, lease, _stopping.Token, _cancelling.Token).ConfigureAwait(false);
            Note(draft, outcome);
            Watch(outcome);
            return outcome;
        }
        catch (PaymentException e)
        {
            // The journal cannot be written, or the connection was disconnected.
            Stop(e.Error);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            // Last: what this row means for the run is known before another takes its place.
            lease.Release();
        }

        // The journal still says that the row was started: the next run looks first.
        if (request.IsSent)
            return new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, Errors.Interrupted(_client.Provider, draft));
        // A row that an earlier run left in doubt stays in doubt, whether or not it was looked for by now.
        if (isStarted && settle is null)
            _journal!.Note(new JournalEntry(draft.Draft.Row, draft.Key, KeyState.Withdrawn));
        return NotSent(draft);
    }

    /// <summary>How to go on after a stop: where nothing tells what is done, the whole run again would create it twice.</summary>
    private string RunAgain => _journal is null && !_client.Provider.Capabilities.HonoursKey
        ? Messages.RunRestAgain(_client.Provider.Name)
        : Messages.RunAgain;

    private DraftOutcome NotSent(PreparedDraft draft) =>
        new(draft.Draft, CustomerOutcome.Failed, null, Errors.NotSent(draft.Draft.Row, Stopped?.RecommendedAction ?? RunAgain));

    private void Note(PreparedDraft draft, DraftOutcome outcome) =>
        _journal?.Note(new JournalEntry(draft.Draft.Row, draft.Key, StateOf(outcome))
        {
            Id = outcome.Customer?.Id,
            Error = outcome.Error?.Id.ToString(),
            Status = outcome.Error?.Status,
        });

    /// <summary>Stops the run for what the provider said to one row and means for all.</summary>
    /// <param name="reason">What it said.</param>
    /// <param name="wait">How long it asks to wait; zero if it does not.</param>
    private void StopFor(PaymentError reason, TimeSpan wait) => Stop(wait == TimeSpan.Zero ? reason : reason with
    {
        Message = Messages.RunStoppedToWait(_client.Provider.Name, wait, ComeBackAt(wait)),
        RetryAfter = wait,
        RecommendedAction = RunAgain,
        Row = null,
    });

    /// <summary>Stops the run when the journal fails, or when the provider is not there for one row after the other.</summary>
    private void Watch(DraftOutcome outcome)
    {
        if (_journal?.Failure is { } failure)
            Stop(failure.Error);
        var isGone = outcome.Error?.Id is PaymentErrorId.ConnectionFailed or PaymentErrorId.RequestTimedOut
            or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited or PaymentErrorId.OutcomeUnknown;
        var failures = isGone ? Interlocked.Increment(ref _failuresInARow) : Interlocked.Exchange(ref _failuresInARow, 0);
        if (isGone && failures >= ProviderGoneAfter)
        {
            Stop(new PaymentError(
                PaymentErrorId.ProviderUnavailable, Messages.ProviderGone(_client.Provider.Name, ProviderGoneAfter, outcome.Error!.Message))
            {
                RecommendedAction = RunAgain,
            });
        }
    }

    private DateTimeOffset ComeBackAt(TimeSpan delay)
    {
        var now = _client.Clock.GetUtcNow();
        return delay < DateTimeOffset.MaxValue - now ? now + delay : DateTimeOffset.MaxValue;
    }

    /// <summary>Stops the run: nothing more is sent, and what is on its way is waited for.</summary>
    /// <param name="error">Why; the first reason counts.</param>
    public void Stop(PaymentError error)
    {
        lock (_lock)
        {
            if (Stopped is not null)
                return;
            Stopped = error;
        }

        _stopping.Cancel();
    }

    /// <summary>A row that stands in the input once more: nothing is sent, and it shares the outcome of the first.</summary>
    private DraftOutcome Repeat(Slot slot) => _keys.StateOf(slot.Key, out var id) switch
    {
        KeyState.Created or KeyState.Existing => _sender.Found(slot.Draft, CustomerOutcome.Duplicate, id),
        KeyState.Unknown => Repeated(
            slot.Draft, CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown, Messages.RepeatsUnknown(slot.Draft.Draft.Row),
            Messages.AmbiguousAction(_client.Provider, ProviderOperation.Create)),
        KeyState.Failed => Repeated(
            slot.Draft, CustomerOutcome.Failed, PaymentErrorId.ProviderRejected, Messages.RepeatsFailed(slot.Draft.Draft.Row), RunAgain),
        _ => NotSent(slot.Draft),
    };

    private static DraftOutcome Repeated(PreparedDraft draft, CustomerOutcome outcome, PaymentErrorId id, string message, string action) =>
        new(draft.Draft, outcome, null, new PaymentError(id, message)
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
            RecommendedAction = action,
        });

    private static KeyState StateOf(DraftOutcome outcome) => outcome switch
    {
        { Error.Id: PaymentErrorId.NotSent } => KeyState.Withdrawn,
        { Outcome: CustomerOutcome.Created } => KeyState.Created,
        { Outcome: CustomerOutcome.Existing } => KeyState.Existing,
        { Outcome: CustomerOutcome.Unknown } => KeyState.Unknown,
        _ => KeyState.Failed,
    };

    private sealed record Slot(PreparedDraft Draft, Task<DraftOutcome> Outcome, UInt128 Key = default, bool IsRepeated = false, bool IsSent = false);
}
