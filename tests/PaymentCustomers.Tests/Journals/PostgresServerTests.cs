using System.Text;
using System.Web;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Postgres;
using PaymentCustomers.Soak;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Journals;

/// <summary>A database server without tables, unavailable, available again, and dumped.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresServerTests(PostgresFixture postgres) : RunTest
{
    private readonly string _run = $"server-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_run_waits_for_an_unavailable_database_reports_it_and_continues()
    {
        var told = new List<string>();
        var answers = new SemaphoreSlim(0);
        var server = Serve(async request =>
        {
            if (!request.IsCreate)
                return Answer.NoCustomers;
            await answers.WaitAsync(Cancel);
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        await using var journal = await OpenAsync(target, told.Add);
        var run = Task.Run(() => target.RunAsync(target.Rows(200), journal: journal, cancellation: Cancel));
        answers.Release(50);
        await UntilAsync(() => server.Requests.Count >= 50);

        await postgres.Server.KillAsync();
        answers.Release(150);
        await UntilAsync(() => told.Count > 0);
        var sent = server.Requests.Count;
        await postgres.Server.StartAgainAsync();
        var report = await run;

        Assert.Contains("The run waits for it and sends nothing in the meantime", told[0], StringComparison.Ordinal);
        Assert.Contains("is available again", told[^1], StringComparison.Ordinal);
        // While the database was unavailable, only rows that had been claimed before were sent: at most one window of them.
        Assert.InRange(sent, 50, 50 + 64 + 1);
        Assert.Null(report.Stopped);
        Assert.Equal(200, report.Counts[CustomerOutcome.Created]);
        Assert.Equal(200, server.Requests.Count(request => request.IsCreate));
    }

    [Fact]
    public async Task A_run_stops_if_the_database_does_not_come_back_and_sends_nothing_that_is_not_recorded()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        var journal = await JournalOpening.OpenAsync(
            postgres.Server.Address(_run, lease: 1), target.Connection, new JournalOptions { Timeout = TimeSpan.FromSeconds(1) }, Cancel);
        await postgres.Server.KillAsync();
        RunReport report;
        try
        {
            report = await target.RunAsync(target.Rows(10), journal: journal, cancellation: Cancel);
            await journal.DisposeAsync();
        }
        finally
        {
            await postgres.Server.StartAgainAsync();
        }

        Assert.Empty(server.Requests);
        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.NotSent, kind));
        Assert.NotNull(journal.Failure);
    }

    [Fact]
    public async Task A_row_whose_outcome_could_not_be_recorded_stays_in_doubt_even_if_the_database_comes_back()
    {
        var target = Target.OnePay(new Uri("http://127.0.0.1:9"), TimeProvider.System);
        var options = new JournalOptions { Timeout = TimeSpan.FromSeconds(1) };
        var address = postgres.Server.Address(_run, lease: 1);
        var journal = await JournalOpening.OpenAsync(address, target.Connection, options, Cancel);
        var claim = await journal.ClaimAsync(1, "key-1");
        await postgres.Server.KillAsync();
        try
        {
            journal.Note(claim, KeyState.Created, "0f8fad5b-d9cb-469f-a165-70867728950e");
            await UntilAsync(() => ((PostgresJournal)journal).HasLostNotes);
        }
        finally
        {
            await postgres.Server.StartAgainAsync();
        }

        await journal.DisposeAsync();
        await using var later = await JournalOpening.OpenAsync(address, target.Connection, options, Cancel);
        var again = await later.ClaimAsync(1, "key-1");

        Assert.Equal(ClaimKind.MineInDoubt, (again.Later is { } decided ? await decided.WaitAsync(Patience, Cancel) : again).Kind);
    }

    [Fact]
    public async Task The_error_for_missing_tables_says_how_to_create_them_and_creating_them_twice_changes_nothing()
    {
        await postgres.Server.ExecuteAsync("CREATE DATABASE \"empty\"");
        var address = postgres.Server.Address(_run).Replace("/postgres?", "/empty?", StringComparison.Ordinal);
        var target = Target.OnePay(new Uri("http://127.0.0.1:9"), TimeProvider.System);

        var error = (await Assert.ThrowsAsync<PaymentException>(() => JournalOpening.OpenAsync(address, target.Connection, new JournalOptions(), Cancel))).Error;
        var first = await ISharedJournals.Load().InitializeAsync(address, Cancel);
        var second = await ISharedJournals.Load().InitializeAsync(address, Cancel);
        await (await JournalOpening.OpenAsync(address, target.Connection, new JournalOptions(), Cancel)).DisposeAsync();

        Assert.Equal(PaymentErrorId.JournalMismatch, error.Id);
        Assert.Contains("does not have the tables of PaymentCustomers", error.Message, StringComparison.Ordinal);
        Assert.Contains("payment-customers journal init", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(((0, 1), (1, 1)), (first, second));
    }

    [Fact]
    public async Task A_database_that_is_unavailable_or_refuses_is_reported_at_once_without_the_password()
    {
        var target = Target.OnePay(new Uri("http://127.0.0.1:9"), TimeProvider.System);
        foreach (var address in new[] { "postgresql://tester@127.0.0.1:1/postgres?run=x", postgres.Server.Address(_run).Replace("tester@", "nobody@", StringComparison.Ordinal) })
        {
            var error = (await Assert.ThrowsAsync<PaymentException>(() => JournalOpening.OpenAsync(address, target.Connection, new JournalOptions(), Cancel))).Error;
            Assert.Equal(PaymentErrorId.JournalFailed, error.Id);
            Assert.Contains("could not be used, so nothing more was sent", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresServer.Password, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_that_does_not_exist_is_an_error()
    {
        var error = (await Assert.ThrowsAsync<PaymentException>(() => ISharedJournals.Load().StatusAsync(postgres.Server.Address("none-such"), credential: null, Cancel))).Error;

        Assert.Contains("has no run with this name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_contains_no_personal_data_and_no_secret()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await using (var journal = await OpenAsync(target))
            await target.RunAsync(target.Rows(20), journal: journal, cancellation: Cancel);

        var dump = await postgres.Server.DumpAsync();

        Assert.Contains(_run, dump, StringComparison.Ordinal);
        foreach (var secret in new[] { Target.FirstName, Target.LastName, "row7@example.com", "+573001234567", "3001234567", Target.DotsSecret, Target.OnePaySecret, PostgresServer.Password })
        {
            var bytes = Encoding.UTF8.GetBytes(secret);
            foreach (var spelling in new[] { secret, Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexString(bytes), HttpUtility.UrlEncode(secret), Uri.EscapeDataString(secret), System.Text.Json.JsonSerializer.Serialize(secret).Trim('"') })
                Assert.DoesNotContain(spelling, dump, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task At_the_end_of_a_run_at_Dots_every_key_with_two_customers_is_reported()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(5);
        // Another run has created a customer with the key of row 3.
        await target.RunAsync([rows[2]], cancellation: Cancel);
        await using var journal = await OpenAsync(target);
        await using var run = new CustomerRun(target.Client, new RunOptions(), journal, Cancel);
        new RunFeed(run, _ => { }, task => task.GetAwaiter().GetResult()).AddAll(rows, Cancel);

        var news = await run.AuditAsync();
        await journal.DisposeAsync();

        var doubled = Assert.Single((await ISharedJournals.Load().StatusAsync(postgres.Server.Address(_run), credential: null, Cancel)).Doubled);
        Assert.Equal((3, rows[2].Key, 2), (doubled.Row, doubled.Key, doubled.Ids.Count));
        Assert.Contains(rows[2].Key, news, StringComparison.Ordinal);
        Assert.All(doubled.Ids, id => Assert.Contains(id, news, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shards_with_two_workers_each_create_every_customer_once()
    {
        const int Shards = 3;
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        // Every fourth row repeats an earlier one, which is in the same shard.
        var rows = Enumerable.Range(1, 60).Select(row => target.Row(row, person: row % 4 == 0 ? row / 4 : row)).ToArray();

        var workers = await Task.WhenAll(
            from shard in Enumerable.Range(1, Shards)
            from worker in Enumerable.Range(1, 2)
            select Task.Run(async () =>
            {
                await using var journal = await JournalOpening.OpenAsync(
                    postgres.Server.Address($"{_run}-{shard}"), target.Connection, new JournalOptions(), Cancel);
                return (Shard: shard, Report: await target.RunAsync(rows, new RunOptions { Shard = new Shard(shard, Shards) }, journal, Cancel));
            }));

        Assert.Equal(rows.Select(row => row.Key).Distinct().Count(), emulator.Store.DotsCount);
        foreach (var (shard, report) in workers)
        {
            Assert.Equal(rows.Length, report.Outcomes.Count);
            foreach (var (outcome, row) in report.Outcomes.Zip(rows))
            {
                CustomerOutcome[] expected = new Shard(shard, Shards).Has(row)
                    ? [CustomerOutcome.Created, CustomerOutcome.Duplicate]
                    : [CustomerOutcome.OtherShard];
                Assert.Contains(outcome.Outcome, expected);
            }
        }
    }

    [Fact]
    public async Task Only_the_last_worker_searches_the_list()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await using var journal = await OpenAsync(target);
        await using (await OpenAsync(target))
        {
            Assert.False(await journal.Shared!.IsLastAsync(Cancel));
        }

        Assert.True(await journal.Shared!.IsLastAsync(Cancel));
    }

    [Fact]
    public async Task The_journal_in_the_database_shows_the_outcomes_of_the_rows()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        await using (var journal = await OpenAsync(target))
            await target.RunAsync(target.Rows(3), journal: journal, cancellation: Cancel);

        var entries = new List<JournalEntry>();
        await foreach (var entry in ISharedJournals.Load().ReadAsync(postgres.Server.Address(_run), credential: null, Cancel))
            entries.Add(entry);

        Assert.Equal([1L, 2L, 3L], entries.Select(entry => entry.Row));
        Assert.Equal(target.Rows(3).Select(row => row.Key), entries.Select(entry => entry.Key));
        Assert.All(entries, entry => Assert.Equal(KeyState.Created, entry.State));
        Assert.Equal(emulator.Store.OnePayCustomers.Select(customer => customer.Id).Order(StringComparer.Ordinal), entries.Select(entry => entry.Id!).Order(StringComparer.Ordinal));
        var status = await ISharedJournals.Load().StatusAsync(postgres.Server.Address(_run), credential: null, Cancel);
        Assert.Equal(("OnePay", SharedWorkerState.Ended, 3L), (status.Provider, status.Workers[0].State, status.Workers[0].Rows));
    }

    private Task<IJournal> OpenAsync(Target target, Action<string>? tell = null) =>
        JournalOpening.OpenAsync(postgres.Server.Address(_run), target.Connection, new JournalOptions { Tell = tell }, Cancel);
}
