using System.Collections.Concurrent;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Journals;

/// <summary>The requests of an account, over several workers.</summary>
[Collection(PostgresTests.Name)]
public sealed class SharedRateTests(PostgresFixture postgres) : RunTest
{
    [Fact]
    public async Task The_rate_limit_applies_to_all_workers_together_while_they_come_and_go()
    {
        const int Rate = 20;
        // A run that starts has a tenth of a second's requests at once.
        const int Burst = Rate / 10;
        var options = new RunOptions { RateLimit = Rate, ThrottleLimit = 4, Window = 8 };
        var arrivals = new ConcurrentQueue<TimeSpan>();
        var start = TimeProvider.System.GetTimestamp();
        var server = Serve(request =>
        {
            arrivals.Enqueue(TimeProvider.System.GetElapsedTime(start));
            return Answer.Customer(request.Person);
        });
        var target = OfOwnAccount(server, TimeProvider.System);
        var going = new TaskCompletionSource();

        await using var one = await OpenAsync(target, "one");
        var first = Task.Run(() => target.RunAsync(RowsUntil(going.Task), options, one, Cancel));
        await UntilAsync(() => arrivals.Count >= 5);
        for (var guest = 1; guest <= 2; guest++)
        {
            await using (var other = await OpenAsync(target, $"guest-{guest}"))
            {
                await UntilAsync(() => one.Workers == 2);
                await target.RunAsync(Enumerable.Range(guest * 10_000, 12).Select(row => target.Row(row)), options, other, Cancel);
            }

            await UntilAsync(() => one.Workers == 1);
        }

        going.SetResult();
        var report = await first;

        Assert.Null(report.Stopped);
        Assert.True(arrivals.Count >= 24 + 5, $"{arrivals.Count}");
        // A late arrival only makes the time longer: this cannot fail because the machine is slow.
        Assert.All(arrivals.Select((time, index) => (time, Count: index + 1)), arrival => Assert.InRange(arrival.Count, 1, Burst + 1 + (Rate * arrival.time.TotalSeconds)));

        IEnumerable<PreparedDraft> RowsUntil(Task end)
        {
            for (var row = 1; !end.IsCompleted; row++)
                yield return target.Row(row);
        }
    }

    [Fact]
    public async Task A_Retry_After_that_one_worker_is_told_delays_the_requests_of_all()
    {
        var isHeld = true;
        var server = Serve(request => isHeld ? Answer.Json(429, "{}", "Retry-After: 100") : Answer.Customer(request.Person));
        var target = OfOwnAccount(server, Clock);
        await using var one = await OpenAsync(target, "one");
        await using var two = await OpenAsync(target, "two");
        await using var second = new CustomerRun(target.Client, new RunOptions(), two, Cancel);

        var first = Task.Run(() => target.RunAsync([target.Row(1)], journal: one, cancellation: Cancel));
        await two.Held.Task.WaitAsync(Patience, Cancel);
        second.Submit(target.Row(2));
        await Clock.WhenWaitingAsync(rest => rest > TimeSpan.FromSeconds(30), count: 2);

        Assert.Single(server.Requests);
        isHeld = false;
        Clock.Advance(TimeSpan.FromSeconds(101));
        await second.WaitAsync().WaitAsync(Patience, Cancel);
        Assert.True(second.TryTake(out var outcome));
        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created], [outcome.Outcome, .. (await first).Kinds]);
        Assert.Equal(3, server.Requests.Count);
    }

    // The waits and the rate of an account are kept in the database, and other tests use the usual account.
    private static Target OfOwnAccount(ScriptedServer server, TimeProvider clock) => new(
        PaymentProviders.Get("OnePay"),
        ConnectionFactory.Open(new ConnectionRequest("OnePay")
        {
            BaseUri = new Uri(server.Address, "/v1"),
            Account = $"rate-{Guid.NewGuid():N}",
            Credential = new ProviderCredential(null, Target.OnePaySecret),
        }),
        clock);

    private async Task<ObservedJournal> OpenAsync(Target target, string run) => new(await JournalOpening.OpenAsync(
        postgres.Server.Address($"rate-{run}-{Guid.NewGuid():N}"), target.Connection, new JournalOptions(), Cancel));
}
