using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Postgres;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Journals;

/// <summary>Several workers that share a journal in PostgreSQL.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresJournalTests(PostgresFixture postgres) : RunTest
{
    private const string First = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Second = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private readonly string _run = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task Two_simultaneous_runs_share_the_rows_and_both_report_all_outcomes_in_order()
    {
        var creates = 0;
        var both = new TaskCompletionSource();
        var server = Serve(async request =>
        {
            // The first row of a run is sent alone, so that two simultaneous creates come from both runs.
            if (Interlocked.Increment(ref creates) >= 2)
                both.TrySetResult();
            await both.Task;
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        PreparedDraft[] rows = [.. target.Rows(400), .. Enumerable.Range(401, 40).Select(row => target.Row(row, person: row - 400))];
        await using var one = await OpenAsync(target.Connection);
        await using var two = await OpenAsync(target.Connection);

        var reports = await Task.WhenAll(
            Task.Run(() => target.RunAsync(rows, journal: one, cancellation: Cancel)), Task.Run(() => target.RunAsync(rows, journal: two, cancellation: Cancel)));

        Assert.Equal(400, server.Requests.Count);
        Assert.All(reports, report =>
        {
            Assert.Null(report.Stopped);
            Assert.Equal(Enumerable.Range(1, 440).Select(row => (long)row), report.Rows);
            Assert.Equal((400, 40), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.Duplicate]));
        });
        Assert.Equal(reports[0].Ids, reports[1].Ids);
        // Each run created some rows, and took those of the other from the journal.
        Assert.Equal(400, reports.Sum(report => report.Counts.FromJournal));
        Assert.All(reports, report => Assert.InRange(report.Counts.FromJournal, 1, 399));
    }

    [Theory]
    [InlineData(nameof(KeyState.Created), First, nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Failed), null, nameof(ClaimKind.Ended))]
    [InlineData(nameof(KeyState.Unknown), null, nameof(ClaimKind.Ended))]
    [InlineData(nameof(KeyState.Withdrawn), null, nameof(ClaimKind.Mine))]
    public async Task A_run_waits_for_a_row_that_another_worker_has_claimed(string noted, string? id, string kind)
    {
        var (state, expected) = (Enum.Parse<KeyState>(noted), Enum.Parse<ClaimKind>(kind));
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        var claim = await one.ClaimAsync(1, "key-1");

        var elsewhere = await two.ClaimAsync(1, "key-1");
        one.Note(claim, state, id, state == KeyState.Failed ? new PaymentError(PaymentErrorId.ProviderRejected, "") : null);
        var later = await elsewhere.Later!.WaitAsync(Patience, Cancel);

        Assert.Equal(ClaimKind.Elsewhere, elsewhere.Kind);
        Assert.Equal((expected, new KeyRecord(state, id)), (later.Kind, later.Before));
        Assert.Equal(state == KeyState.Failed ? "ProviderRejected" : null, later.Error);
    }

    [Fact]
    public async Task A_failed_row_is_sent_again_by_a_later_run_but_not_by_a_worker_that_joins_the_run()
    {
        await using var one = await OpenAsync();
        await using (var two = await OpenAsync())
            two.Note(await two.ClaimAsync(1, "key-1"), KeyState.Failed, error: new PaymentError(PaymentErrorId.ProviderRejected, ""));

        await using var three = await OpenAsync();
        var joined = await three.ClaimAsync(1, "key-1");
        await three.DisposeAsync();
        await one.DisposeAsync();
        await using var again = await OpenAsync();

        Assert.Equal((ClaimKind.Ended, "ProviderRejected"), (joined.Kind, joined.Error));
        Assert.Equal(ClaimKind.Mine, (await again.ClaimAsync(1, "key-1")).Kind);
        Assert.False(three.IsContinued);
        Assert.True(again.IsContinued);
    }

    [Fact]
    public async Task Rows_of_a_lost_worker_are_taken_over_in_doubt_and_its_late_outcomes_are_kept_and_reported()
    {
        var told = new List<string>();
        var one = await OpenAsync(tell: told.Add);
        await using var two = await OpenAsync();
        var claim = await one.ClaimAsync(7, "key-1");
        var elsewhere = await two.ClaimAsync(7, "key-1");
        await ExpireAsync(one);

        var taken = await elsewhere.Later!.WaitAsync(Patience, Cancel);
        two.Note(taken, KeyState.Created, Second);
        one.Note(claim, KeyState.Created, First);
        await one.DisposeAsync();
        await two.DisposeAsync();

        Assert.Equal((ClaimKind.MineInDoubt, true), (taken.Kind, taken.IsTakenOver));
        var status = await StatusAsync();
        var doubled = Assert.Single(status.Doubled);
        Assert.Equal((7, "key-1"), (doubled.Row, doubled.Key));
        Assert.Equal([First, Second], doubled.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(1, status.Counts[KeyState.Created]);
        Assert.Equal([1L, 0L], status.Workers.Select(worker => worker.TakenOver));
        Assert.Contains(told, news => news.Contains(First, StringComparison.Ordinal) && news.Contains(Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_joins_late_claims_finished_rows_together_and_not_one_by_one()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        await using (var one = await OpenAsync(target.Connection))
            await target.RunAsync(target.Rows(40), journal: one, cancellation: Cancel);

        await using var two = await OpenAsync(target.Connection);
        // These are fewer rows than the window of the run.
        await using var run = new CustomerRun(new ProviderClient(target.Connection, new ProviderClientOptions { Clock = Clock }), new RunOptions(), two, Cancel);
        foreach (var row in target.Rows(40))
            run.Submit(row);
        var outcomes = new List<DraftOutcome>();
        while (run.Outstanding > 0)
        {
            await run.WaitAsync();
            if (run.TryTake(out var outcome))
                outcomes.Add(outcome);
        }

        Assert.All(outcomes, outcome => Assert.Equal(CustomerOutcome.Created, outcome.Outcome));
        Assert.Equal(40, run.Counts.FromJournal);
        Assert.Equal(40, server.Requests.Count);
    }

    [Fact]
    public async Task The_first_row_is_sent_alone()
    {
        var server = Serve(_ => Answer.Json(401, """{"message":"Unauthenticated."}"""));
        var target = OnePay(server);
        await using var journal = await OpenAsync(target.Connection);

        var report = await target.RunAsync(target.Rows(50), journal: journal, cancellation: Cancel);

        Assert.Single(server.Requests);
        Assert.Equal(PaymentErrorId.AuthenticationFailed, report.Stopped!.Id);
        await journal.DisposeAsync();
        // No other row may be in doubt.
        Assert.DoesNotContain(KeyState.Started, (await StatusAsync()).Counts.Keys);
    }

    [Fact]
    public async Task A_look_shows_that_a_row_without_a_customer_is_in_doubt_while_other_workers_run()
    {
        await using var one = await OpenAsync();
        var two = await OpenAsync();
        two.Note(await two.ClaimAsync(1, "key-1"), KeyState.Created, First);
        two.Note(await two.ClaimAsync(2, "key-2"), KeyState.Failed, error: new PaymentError(PaymentErrorId.ProviderRejected, ""));
        // An outcome is written to the database a little later.
        while ((await LookAsync(1)).Kind != ClaimKind.Done)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);

        Assert.Equal(First, (await LookAsync(1)).Before.Id);
        Assert.Equal(ClaimKind.MineInDoubt, (await LookAsync(2)).Kind);
        Assert.Equal(ClaimKind.MineInDoubt, (await LookAsync(3)).Kind);
        await two.DisposeAsync();
        Assert.Equal(ClaimKind.Done, (await LookAsync(1)).Kind);
        Assert.Equal(ClaimKind.Mine, (await LookAsync(2)).Kind);
        Assert.Equal(ClaimKind.Mine, (await LookAsync(3)).Kind);

        // When this worker's lease has ended, other workers may have taken over its rows.
        await ExpireAsync(one);
        await UntilAsync(() => one.Failure is not null);
        Assert.Equal(ClaimKind.MineInDoubt, (await LookAsync(3)).Kind);

        Task<Claim> LookAsync(long row) => one.LookAsync(row, $"key-{row}").AsTask();
    }

    [Fact]
    public async Task A_worker_whose_lease_has_ended_sends_nothing_more()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        await using var journal = await OpenAsync(target.Connection);
        await ExpireAsync(journal);
        await UntilAsync(() => journal.Failure is not null);

        var report = await target.RunAsync(target.Rows(3), journal: journal, cancellation: Cancel);

        Assert.Empty(server.Requests);
        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Contains("other workers may have taken over its rows", report.Stopped.Message, StringComparison.Ordinal);
        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.NotSent, kind));
        Assert.False(journal.Shared!.MayLeave);
    }

    [Fact]
    public async Task A_Retry_After_holds_all_workers_of_the_account_in_all_runs()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync(run: $"{_run}-other");
        await using var stranger = await OpenAsync(Connection("other"), run: $"{_run}-stranger");
        var (first, second, third) = (new Control(), new Control(), new Control());
        one.Shared!.Join(first);
        two.Shared!.Join(second);
        stranger.Shared!.Join(third);

        one.Shared!.Hold(TimeSpan.FromSeconds(100));

        Assert.InRange(await second.Held.Task.WaitAsync(Patience, Cancel), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(100));
        Assert.False(third.Held.Task.IsCompleted);
    }

    [Fact]
    public async Task An_error_that_concerns_all_workers_stops_them_but_not_a_later_run()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        var control = new Control();
        two.Shared!.Join(control);

        one.Shared!.Stop(new PaymentError(PaymentErrorId.AuthenticationFailed, "no"));
        var stopped = await control.Stopped.Task.WaitAsync(Patience, Cancel);
        await using var later = await OpenAsync();
        var fresh = new Control();
        later.Shared!.Join(fresh);
        // The control has joined the account when it knows the number of workers.
        await UntilAsync(() => fresh.Workers >= 3);

        Assert.Equal(PaymentErrorId.AuthenticationFailed, stopped.Id);
        Assert.False(fresh.Stopped.Task.IsCompleted);
    }

    [Fact]
    public async Task A_journal_of_a_version_with_different_keys_is_reported()
    {
        await using (var before = await OpenAsync())
        {
            Assert.False(before.HasOtherKeys);
            before.Note(await before.ClaimAsync(1, "key-1"), KeyState.Created, First);
        }

        await using (var same = await OpenAsync())
            Assert.False(same.HasOtherKeys);
        await postgres.Server.ExecuteAsync($"UPDATE payment_customers.workers SET rules = 1 WHERE run = '{_run}'");

        await using var now = await OpenAsync();
        Assert.True(now.HasOtherKeys);
    }

    [Fact]
    public async Task The_rate_is_shared_among_the_active_workers()
    {
        await using var one = await OpenAsync();
        var control = new Control();
        one.Shared!.Join(control);
        Assert.Equal(1, control.Workers);

        var two = await OpenAsync();
        await UntilAsync(() => control.Workers == 2);
        await two.DisposeAsync();
        await UntilAsync(() => control.Workers == 1);
    }

    [Fact]
    public async Task A_wrong_key_of_one_worker_stops_the_run_of_another()
    {
        var refuses = Serve(_ => Answer.Json(401, """{"message":"Unauthenticated."}"""));
        var target = OnePay(refuses);
        await using var one = await OpenAsync(target.Connection);
        await using var two = await OpenAsync(target.Connection);
        // Another worker has claimed the rows of this run, so that it waits.
        await (await two.ClaimAsync(1, target.Row(1).Key)).Recorded;
        var waiting = Task.Run(() => target.RunAsync([target.Row(1)], journal: one, cancellation: Cancel));

        await using var three = await OpenAsync(target.Connection);
        var refused = await target.RunAsync([target.Row(2)], journal: three, cancellation: Cancel);
        var stopped = await waiting;

        Assert.Equal(PaymentErrorId.AuthenticationFailed, refused.Stopped!.Id);
        Assert.Equal(PaymentErrorId.AuthenticationFailed, stopped.Stopped!.Id);
        Assert.Equal([CustomerOutcome.NotSent], stopped.Kinds);
    }

    private Task<IJournal> OpenAsync(PaymentConnection connection) => OpenAsync(connection, null, null);

    private Task<IJournal> OpenAsync(PaymentConnection? connection = null, string? run = null, Action<string>? tell = null) =>
        JournalOpening.OpenAsync(postgres.Server.Address(run ?? _run), connection ?? Connection(_run), new JournalOptions { Tell = tell }, Cancel);

    private Task<SharedRunStatus> StatusAsync() => ISharedJournals.Load().StatusAsync(postgres.Server.Address(_run), credential: null, Cancel);

    private Task<object?> ExpireAsync(IJournal journal) =>
        postgres.Server.ExecuteAsync($"UPDATE payment_customers.workers SET lease = now() - interval '1 s' WHERE worker = '{((PostgresJournal)journal).Worker}'");

    private static PaymentConnection Connection(string? account) => Target.Dots(new Uri("http://127.0.0.1:9"), TimeProvider.System, account: account).Connection;

    private sealed class Control : IRunControl
    {
        public TaskCompletionSource<TimeSpan> Held { get; } = new();

        public TaskCompletionSource<PaymentError> Stopped { get; } = new();

        public int Workers { get; private set; }

        public void Hold(TimeSpan delay) => Held.TrySetResult(delay);

        public void Share(int workers) => Workers = workers;

        public void Stop(PaymentError reason) => Stopped.TrySetResult(reason);
    }
}
