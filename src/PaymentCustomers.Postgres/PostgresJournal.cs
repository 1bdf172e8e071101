using System.Collections.Concurrent;
using Npgsql;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>
/// The journal of a run in a database, for several workers at once: processes that run the same command on the same input, on one or
/// several machines. A claim is recorded in the same commit that makes it. If a worker's lease expires, other workers take over its
/// rows, and first find out whether they were sent.
/// </summary>
internal sealed class PostgresJournal : IJournal, ISharedRun
{
    // How long a batch of notes waits for more. No caller waits for notes.
    private static readonly TimeSpan NotesLinger = TimeSpan.FromMilliseconds(10);

    // How long a run that ends waits for a database that is not available, to record its last results.
    private static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(30);

    private readonly Database _database;
    private readonly Worker _worker;
    private readonly WorkerLife _life;
    private readonly RowClaims _claims;
    private readonly RowNotes _notes;
    private readonly JournalOptions _options;
    private readonly Batches<Asked> _asking;
    private readonly RowLooks _looks;
    private readonly Batches<RowNote> _noting;
    private readonly Batches<Func<NpgsqlConnection, CancellationToken, Task<bool>>> _telling;
    private readonly RowsElsewhere _elsewhere;
    private readonly KeyLedger _ledger = new();
    private readonly ConcurrentDictionary<KeyHash, int> _epochs = new();
    private readonly CancellationTokenSource _ending = new();
    private bool _isClosed;
    private int _late;
    private volatile bool _hasLostNotes;

    private PostgresJournal(Database database, Worker worker, JournalHeader header, JournalOptions options)
    {
        _database = database;
        _worker = worker;
        _options = options;
        HasOtherValues = worker.Given is { } given && header.Given is { } ours && given != ours;
        InputWarning = JournalInput.WarningOf(worker.Inputs, options.Input);
        _life = new WorkerLife(database, worker, options.Timeout);
        _claims = new RowClaims(database.Address.Run!, worker.Id, worker.Session);
        _notes = new RowNotes(database.Address.Run!, worker.Id);
        _asking = new Batches<Asked>(AskAsync, TimeSpan.Zero);
        _looks = new RowLooks(database, worker.Id, _life);
        _noting = new Batches<RowNote>(WriteAsync, NotesLinger);
        _telling = new Batches<Func<NpgsqlConnection, CancellationToken, Task<bool>>>(SayAsync, TimeSpan.Zero);
        _elsewhere = new RowsElsewhere(AskAsync, _ending.Token);
    }

    /// <summary>Whether the result of a row could not be recorded.</summary>
    public bool HasLostNotes => _hasLostNotes;

    /// <summary>The id of this worker.</summary>
    public Guid Worker => _worker.Id;

    public bool HasOtherValues { get; }

    public bool HasOtherKeys => _worker.HasOtherKeys;

    public string? InputWarning { get; }

    public bool IsKept => true;

    public bool IsContinued => _worker.IsContinued;

    public IReadOnlyCollection<string> SomeCreated => _worker.SomeCreated;

    public PaymentException? Failure => _life.Failure;

    public ISharedRun Shared => this;

    public bool MayLeave => _life.MayLeave;

    /// <summary>Opens the journal of a run as one of its workers.</summary>
    /// <exception cref="PaymentException">See <see cref="ISharedJournals.OpenAsync"/>.</exception>
    public static async Task<PostgresJournal> OpenAsync(PostgresAddress address, PaymentConnection connection, JournalOptions options, CancellationToken cancellation)
    {
        var database = new Database(address, options.Tell);
        try
        {
            var header = JournalHeader.For(connection, options);
            var lease = options.Timeout + address.Lease;
            var id = Guid.NewGuid();
            var worker = await database.RunAsync(
                async (connected, token) =>
                {
                    if (await Schema.FindVersionAsync(connected, token).ConfigureAwait(false) is var version && version != Schema.Version)
                        throw PostgresErrors.Tables(address, version);
                    return await Postgres.Worker.RegisterAsync(connected, address, header, id, lease, token).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
            database.Patience = lease;
            var journal = new PostgresJournal(database, worker, header, options);
            journal._life.Begin();
            return journal;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask<Claim> ClaimAsync(long row, string key)
    {
        var hash = KeyHash.Of(key);
        if (!_ledger.TryTake(hash, out var before))
            return ValueTask.FromResult(new Claim(ClaimKind.Taken, row, key, hash) { Before = before });
        if (Failure is { } failure)
            return ValueTask.FromException<Claim>(failure);
        var asked = new Asked(row, key, hash);
        _asking.Add(asked);
        return new ValueTask<Claim>(asked.Answer.Task);
    }

    public ValueTask<Claim> LookAsync(long row, string key)
    {
        var claim = Claim.Look(_ledger, row, key);
        if (claim.Kind == ClaimKind.Taken)
            return ValueTask.FromResult(claim);
        // The run is stopping. It must not wait long for a database that is not available.
        _database.WaitAtMost(ClosingPatience);
        return new ValueTask<Claim>(_looks.AskAsync(row, key, claim.Hash));
    }

    public KeyRecord Recall(Claim claim) => _ledger.Recall(claim.Hash);

    public bool TryOwn(string id) => _ledger.TryOwn(id);

    public void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null)
    {
        _ledger.Note(claim.Hash, state, id);
        _noting.Add(new RowNote(claim.Key, _epochs.TryRemove(claim.Hash, out var epoch) ? epoch : 1, state)
        {
            Id = id,
            Error = error?.Id.ToString(),
            Status = error?.Status,
        });
    }

    public void NoteRefused(long row, PaymentError error)
    {
        var problems = JournalEntry.Refused(row, error).Problems;
        _telling.Add((connection, token) => Gates.NoteRefusedAsync(connection, _database.Address.Run!, row, problems, token));
    }

    public void Hurry()
    {
        // Claims are written immediately, and no caller waits for notes.
    }

    public ValueTask ReadyAsync(CancellationToken waiting) => MayLeave ? ValueTask.CompletedTask : _life.ReadyAsync(waiting);

    public void Join(IRunControl run) => _life.Join(run);

    public void Hold(TimeSpan delay) => _telling.Add((connection, token) => Gates.HoldAsync(connection, _worker.Gate, delay, token));

    public void Stop(PaymentError reason) => _telling.Add((connection, token) => Gates.StopAsync(connection, _worker.Gate, reason.Id, token));

    public void NoteDoubled(string key, IReadOnlyList<string> ids) =>
        _telling.Add((connection, token) => Gates.NoteDoubledAsync(connection, _database.Address.Run!, _worker.Id, key, ids, token));

    public bool Knows(string key) => _ledger.Recall(KeyHash.Of(key)).State != KeyState.None;

    public Task<bool> IsLastAsync(CancellationToken cancellation) =>
        _database.RunAsync((connection, token) => Gates.FinishAsync(connection, _database.Address.Run!, _worker.Id, token), cancellation);

    /// <summary>Records pending results, releases claims on rows that were not sent, and ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        await _ending.CancelAsync().ConfigureAwait(false);
        _database.WaitAtMost(ClosingPatience);
        await _asking.WhenIdle.ConfigureAwait(false);
        await _elsewhere.Ended.ConfigureAwait(false);
        await _looks.WhenIdle.ConfigureAwait(false);
        await _noting.WhenIdle.ConfigureAwait(false);
        await _telling.WhenIdle.ConfigureAwait(false);
        // Dispose it first: a worker that is ending cannot lose its lease.
        await _life.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _database.RunAsync(EndAsync, CancellationToken.None).ConfigureAwait(false);
        }
        catch (PaymentException e)
        {
            _life.Fail(e);
        }

        await _database.DisposeAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task<bool> EndAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // If a note was lost, a row in the state "started" may have been sent, so that its claim must not be released.
        if (!_hasLostNotes)
            await _notes.WithdrawAsync(connection, cancellation).ConfigureAwait(false);
        await Gates.EndAsync(connection, _worker.Id, cancellation).ConfigureAwait(false);
        // A second customer is possible only if this worker got a response after its row had been taken over.
        if (_late > 0)
        {
            foreach (var doubled in await RunStatus.DoubledAsync(connection, _database.Address.Run!, cancellation).ConfigureAwait(false))
                _options.Tell?.Invoke(PostgresMessages.Doubled(doubled.Row, doubled.Key, doubled.Ids));
        }

        return true;
    }

    private async Task SayAsync(List<Func<NpgsqlConnection, CancellationToken, Task<bool>>> words)
    {
        try
        {
            foreach (var word in words)
                await _database.RunAsync(word, CancellationToken.None).ConfigureAwait(false);
        }
        catch (PaymentException e)
        {
            _life.Fail(e);
        }
    }

    /// <summary>Claims rows, and completes those that are decided.</summary>
    private async Task AskAsync(List<Asked> batch)
    {
        // All workers use the same order (by bytes), because otherwise they could deadlock.
        batch.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        var keys = batch.Select(asked => asked.Key).ToArray();
        var rows = batch.Select(asked => asked.Row).ToArray();
        try
        {
            var found = await _database.RunAsync((connection, token) => _claims.TakeAsync(connection, keys, rows, token), CancellationToken.None).ConfigureAwait(false);
            foreach (var asked in batch)
                Answer(asked, found[asked.Key]);
        }
        catch (PaymentException e)
        {
            _life.Fail(e);
            foreach (var asked in batch)
                asked.Fail(e);
        }
    }

    private void Answer(Asked asked, FoundRow found)
    {
        if (found.IsElsewhere)
        {
            _elsewhere.Add(asked);
            return;
        }

        if (found is { IsMine: true, Epoch: > 1 })
            _epochs[asked.Hash] = found.Epoch;
        if (!found.IsMine)
            _ledger.Note(asked.Hash, found.State, found.Id);
        asked.Decide(new Claim(KindOf(found), asked.Row, asked.Key, asked.Hash)
        {
            Before = new KeyRecord(found.State, found.Id),
            Error = found.Error,
            IsTakenOver = found.IsTakenOver,
            Begun = _options.Clock.GetUtcNow() - _worker.RunAge,
            LastNoted = found.IsTakenOver ? _options.Clock.GetUtcNow() - found.Age : null,
        });
    }

    private static ClaimKind KindOf(FoundRow found) => found switch
    {
        { IsMine: true, IsTakenOver: true } => ClaimKind.MineInDoubt,
        { IsMine: true } => ClaimKind.Mine,
        { State: KeyState.Created or KeyState.Existing or KeyState.Updated } => ClaimKind.Done,
        _ => ClaimKind.Ended,
    };

    private async Task WriteAsync(List<RowNote> batch)
    {
        var notes = batch.GroupBy(note => note.Key, StringComparer.Ordinal).Select(group => group.Last()).OrderBy(note => note.Key, StringComparer.Ordinal).ToList();
        try
        {
            var late = await _database.RunAsync((connection, token) => _notes.WriteAsync(connection, notes, token), CancellationToken.None).ConfigureAwait(false);
            if (late > 0)
                Interlocked.Add(ref _late, (int)late);
        }
        catch (PaymentException e)
        {
            _hasLostNotes = true;
            _life.Fail(e);
        }
    }
}
