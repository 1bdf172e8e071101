using System.Collections.Concurrent;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>A run with a shared journal: what it tells the other workers, and what it does when they tell it something.</summary>
public sealed class SharedRunTests : RunTest
{
    private readonly SharedJournal _journal = new();

    [Fact]
    public async Task Other_workers_are_told_that_the_credential_was_refused()
    {
        var target = OnePay(Serve(_ => Answer.Json(401, """{"message":"who are you"}""")));

        var report = await target.RunAsync(target.Rows(3), OneByOne, _journal, Cancel);

        Assert.Equal([PaymentErrorId.AuthenticationFailed], _journal.Stops.Select(reason => reason.Id));
        Assert.Equal(PaymentErrorId.AuthenticationFailed, report.Stopped!.Id);
    }

    [Fact]
    public async Task Other_workers_are_not_told_of_a_limit_of_this_worker_alone()
    {
        var target = OnePay(Serve(_ => Answer.Json(422, "{}")));

        var report = await target.RunAsync(target.Rows(3), OneByOne with { MaximumErrors = 1 }, _journal, Cancel);

        Assert.Equal(PaymentErrorId.TooManyErrors, report.Stopped!.Id);
        Assert.Empty(_journal.Stops);
    }

    [Fact]
    public async Task Other_workers_are_told_how_long_the_provider_asked_to_wait()
    {
        var target = OnePay(Serve(request => request.Number == 1 ? Answer.Json(429, "{}", "Retry-After: 60") : Answer.Customer(request.Person)));
        SkipWaits();

        await target.RunAsync(target.Rows(2), OneByOne, _journal, Cancel);

        Assert.Equal([TimeSpan.FromSeconds(60)], _journal.Holds);
    }

    [Fact]
    public async Task A_stop_of_another_worker_stops_the_run_and_is_not_told_again()
    {
        var server = Serve(request =>
        {
            _journal.Joined!.Stop(new PaymentError(PaymentErrorId.RateLimited, "Another worker stopped"));
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(3), OneByOne, _journal, Cancel);

        Assert.Single(server.Requests);
        // Any of the rows may be the first whose claim is decided.
        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.NotSent, CustomerOutcome.NotSent], report.Kinds.Order());
        Assert.Equal("Another worker stopped", report.Stopped!.Message);
        Assert.Empty(_journal.Stops);
    }

    [Fact]
    public async Task A_wait_of_another_worker_holds_the_next_row_back_and_is_not_told_again()
    {
        var server = Serve(request =>
        {
            if (request.Number == 1)
                _journal.Joined!.Hold(TimeSpan.FromSeconds(60));
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(2), OneByOne, _journal, Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(60));
        Assert.Single(server.Requests);
        Clock.SkipUpTo = TimeSpan.FromSeconds(60);

        Assert.All((await running).Kinds, kind => Assert.Equal(CustomerOutcome.Created, kind));
        Assert.Empty(_journal.Holds);
    }

    [Fact]
    public async Task Each_attempt_waits_until_this_worker_may_send()
    {
        var target = OnePay(Serve(request => request.Number == 1 ? Answer.Json("{}", 503) : Answer.Customer(request.Person)));
        SkipWaits();

        await target.RunAsync(target.Rows(2), OneByOne, _journal, Cancel);

        Assert.Equal(3, _journal.Readies);
    }

    [Theory]
    [InlineData(false, CustomerOutcome.Existing)]
    [InlineData(true, CustomerOutcome.Failed)]
    public async Task A_row_that_another_worker_has_is_not_sent_and_gets_that_workers_outcome(bool hasEnded, CustomerOutcome expected)
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        var decided = new TaskCompletionSource<Claim>(TaskCreationOptions.RunContinuationsAsynchronously);
        _journal.Change = claim => claim.Row == 2 ? claim with { Kind = ClaimKind.Elsewhere, Later = decided.Task } : claim;
        await using var run = new CustomerRun(target.Client, OneByOne, _journal, Cancel);
        foreach (var row in target.Rows(2))
        {
            while (run.IsFull)
                await run.WaitForRoomAsync().WaitAsync(Patience, Cancel);
            run.Submit(row);
        }

        decided.SetResult(new Claim(hasEnded ? ClaimKind.Ended : ClaimKind.Done, 2, target.Row(2).Key, new KeyHash(0, 1))
        {
            Before = new KeyRecord(hasEnded ? KeyState.Failed : KeyState.Existing, hasEnded ? null : Answer.Id(2)),
        });
        var outcomes = new List<CustomerOutcome>();
        while (run.Outstanding > 0)
        {
            await run.WaitAsync().WaitAsync(Patience, Cancel);
            while (run.TryTake(out var outcome))
                outcomes.Add(outcome.Outcome);
        }

        Assert.Equal([CustomerOutcome.Created, expected], outcomes);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Other_workers_are_told_that_the_provider_asked_for_a_wait_that_is_too_long()
    {
        var target = OnePay(Serve(_ => Answer.Json(429, "{}", "Retry-After: 600")));

        await target.RunAsync(target.Rows(2), OneByOne, _journal, Cancel);

        Assert.Equal([PaymentErrorId.RateLimited], _journal.Stops.Select(reason => reason.Id));
    }

    [Fact]
    public async Task A_row_whose_claim_is_undecided_at_the_stop_is_looked_up_before_it_is_sent_again()
    {
        var target = OnePay(Serve(request => Answer.Customer(request.Person)));
        _journal.Undecided = 2;
        await using var run = new CustomerRun(target.Client, OneByOne, _journal, Cancel);
        run.Submit(target.Row(1));
        await run.WaitAsync().WaitAsync(Patience, Cancel);
        Assert.True(run.TryTake(out _));

        run.Submit(target.Row(2));
        _journal.Joined!.Stop(new PaymentError(PaymentErrorId.RateLimited, "Another worker stopped"));
        await run.WaitAsync().WaitAsync(Patience, Cancel);

        Assert.True(run.TryTake(out var outcome));
        Assert.Equal(CustomerOutcome.NotSent, outcome.Outcome);
        Assert.True(outcome.Draft.IsDoubtful);
        Assert.Equal(target.Row(2).Key, outcome.Draft[CustomerField.IdempotencyKey]);
    }

    [Theory]
    [InlineData(true, PaymentErrorId.JournalFailed)]
    [InlineData(false, PaymentErrorId.InternalError)]
    public async Task A_journal_that_fails_at_a_claim_stops_the_run(bool isKnown, PaymentErrorId expected)
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        _journal.Change = _ => throw (isKnown ? new PaymentException(new PaymentError(PaymentErrorId.JournalFailed, "The server is gone")) : new InvalidOperationException());

        var report = await target.RunAsync(target.Rows(2), OneByOne, _journal, Cancel);

        Assert.Equal(expected, report.Stopped!.Id);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_journal_that_fails_at_a_refused_row_stops_the_run()
    {
        var target = OnePay(Serve(request => Answer.Customer(request.Person)));
        _journal.RefusedFails = true;

        var report = await target.RunAsync([target.Row(1, change: draft => draft[CustomerField.Email] = "no address")], OneByOne, _journal, Cancel);

        Assert.Equal([CustomerOutcome.Failed], report.Kinds);
        Assert.Equal(PaymentErrorId.InternalError, report.Stopped!.Id);
    }

    [Fact]
    public async Task A_signal_after_the_end_of_the_run_has_no_effect()
    {
        var target = OnePay(Serve(request => Answer.Customer(request.Person)));

        var report = await target.RunAsync(target.Rows(1), OneByOne, _journal, Cancel);
        // The journal is closed after the run, and receives signals until then.
        _journal.Joined!.Stop(new PaymentError(PaymentErrorId.JournalFailed, "The lease has expired"));
        _journal.Joined!.Hold(TimeSpan.FromMinutes(1));
        _journal.Joined!.Share(2);

        Assert.Equal([CustomerOutcome.Created], report.Kinds);
        Assert.Null(report.Stopped);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1)]
    public async Task The_audit_reads_parts_of_the_list_at_the_same_time_and_misses_no_doubled_key(int throttle)
    {
        const int Rows = 3000;
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(Rows).ToArray();
        var twice = new[] { 0, 1, 777, 1500, 2998, 2999 };
        await target.RunAsync(twice.Select(index => rows[index]).ToArray(), new RunOptions(), cancellation: Cancel);
        await using var run = new CustomerRun(target.Client, new RunOptions { ThrottleLimit = throttle }, _journal, Cancel);
        new RunFeed(run, _ => { }, task => task.GetAwaiter().GetResult()).AddAll(rows, Cancel);
        var before = emulator.Store.Requests.Count;

        var news = await run.AuditAsync();

        Assert.Equal(twice.Select(index => rows[index].Key).Order(), _journal.DoubledKeys.Keys.Order());
        Assert.All(_journal.DoubledKeys.Values, ids => Assert.Equal(2, ids.Distinct().Count()));
        Assert.All(_journal.DoubledKeys.Keys, key => Assert.Contains(key, news, StringComparison.Ordinal));
        // 3,006 customers with 100 on a page. Seven parts: each but the last may read one page that another part reads too, and request one
        // more ahead.
        var pages = emulator.Store.Requests.Count - before;
        if (throttle == 1)
            Assert.Equal(31, pages);
        else
            Assert.InRange(pages, 32, 31 + (2 * 6));
    }

    [Fact]
    public async Task The_audit_reads_the_whole_list_if_a_part_of_it_cannot_be_read()
    {
        const int Rows = 1200;
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(Rows).ToArray();
        await target.RunAsync([rows[5]], new RunOptions(), cancellation: Cancel);
        await using var run = new CustomerRun(target.Client, new RunOptions(), _journal, Cancel);
        new RunFeed(run, _ => { }, task => task.GetAwaiter().GetResult()).AddAll(rows, Cancel);
        // As if the customer at the start of a part had been deleted: the first page of some part.
        emulator.SetFaults(new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 404, Times = 1 });

        var news = await run.AuditAsync();

        Assert.Equal([rows[5].Key], _journal.DoubledKeys.Keys);
        Assert.Contains(rows[5].Key, news, StringComparison.Ordinal);
    }

    private sealed class SharedJournal : IJournal, ISharedRun
    {
        private readonly MemoryJournal _memory = new();
        private int _readies;

        public IRunControl? Joined { get; private set; }

        public ConcurrentQueue<PaymentError> Stops { get; } = [];

        public ConcurrentQueue<TimeSpan> Holds { get; } = [];

        public int Readies => _readies;

        public Func<Claim, Claim> Change { get; set; } = claim => claim;

        /// <summary>The row whose claim is never decided.</summary>
        public long Undecided { get; set; }

        public ISharedRun Shared => this;

        public bool MayLeave => true;

        public bool IsKept => true;

        public bool IsContinued => false;

        public IReadOnlyCollection<string> SomeCreated => [];

        public PaymentException? Failure => null;

        // Claims are decided by a server, so that they are never there at once.
        public async ValueTask<Claim> ClaimAsync(long row, string key)
        {
            await Task.Yield();
            if (row == Undecided)
                await new TaskCompletionSource().Task;
            return Change(await _memory.ClaimAsync(row, key));
        }

        public ValueTask<Claim> LookAsync(long row, string key) => _memory.LookAsync(row, key);

        public KeyRecord Recall(Claim claim) => _memory.Recall(claim);

        public bool TryOwn(string id) => _memory.TryOwn(id);

        public void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null) => _memory.Note(claim, state, id, error);

        public bool RefusedFails { get; set; }

        public void NoteRefused(long row, PaymentError error)
        {
            if (RefusedFails)
                throw new InvalidOperationException();
        }

        public void Hurry()
        {
        }

        public ValueTask ReadyAsync(CancellationToken waiting)
        {
            Interlocked.Increment(ref _readies);
            return ValueTask.CompletedTask;
        }

        public void Join(IRunControl run) => Joined = run;

        public void Hold(TimeSpan delay) => Holds.Enqueue(delay);

        public void Stop(PaymentError reason) => Stops.Enqueue(reason);

        public Task<bool> IsLastAsync(CancellationToken cancellation) => Task.FromResult(true);

        public bool Knows(string key) => true;

        public ConcurrentDictionary<string, IReadOnlyList<string>> DoubledKeys { get; } = [];

        public void NoteDoubled(string key, IReadOnlyList<string> ids) => DoubledKeys[key] = ids;

        public ValueTask DisposeAsync() => _memory.DisposeAsync();
    }
}
