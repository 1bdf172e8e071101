using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Cancellation ends every wait at once. It is never reported as a timeout, and a timeout is never reported as a
/// cancellation.</summary>
public sealed class CancellationTests : RunTest
{
    [Fact]
    public void A_callback_of_the_cancellation_already_sees_that_the_run_has_stopped()
    {
        using var source = new CancellationTokenSource();
        using var stop = new RunStop(source.Token);
        bool? seen = null;
        // A request registers like this, and its row continues as soon as it is cancelled. The last registration is called first.
        using var request = stop.Cancelling.Register(() => seen = stop.IsStopping);

        source.Cancel();

        Assert.True(seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_ends_a_request_that_is_under_way(bool atDots)
    {
        var server = Serve(_ => Answer.Silent);
        var target = atDots ? Dots(server) : OnePay(server);

        var outcomes = await CancelAsync(target, rows: 1, whenAt: () => server.WhenAskedAsync(1));

        // The request may have been carried out.
        Assert.Equal(CustomerOutcome.Unknown, Assert.Single(outcomes).Outcome);
        await server.Requests[0].Gone.WaitAsync(Patience, Cancel);
        Assert.Contains("\"error\":\"OutcomeUnknown\"", (await File.ReadAllLinesAsync(JournalPath, Cancel))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_permit_and_the_waiting_rows_are_not_sent()
    {
        var server = Serve(request => request.Number == 1 ? Answer.Customer(1) : Answer.Silent);
        var target = OnePay(server);

        var outcomes = await CancelAsync(target, rows: 5, whenAt: () => server.WhenAskedAsync(2), OneByOne);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(
            [CustomerOutcome.Created, CustomerOutcome.Unknown, CustomerOutcome.NotSent, CustomerOutcome.NotSent, CustomerOutcome.NotSent],
            outcomes.Select(outcome => outcome.Outcome));
        Assert.All(outcomes.Skip(2), outcome => Assert.Equal(PaymentErrorId.NotSent, outcome.Error!.Id));
        Assert.Equal(3, (await File.ReadAllLinesAsync(JournalPath, Cancel)).Count(line => line.Contains("\"withdrawn\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cancellation_ends_a_backoff()
    {
        var server = Serve(_ => Answer.Json(503, "{}"));
        var target = OnePay(server);

        var outcomes = await CancelAsync(
            target, rows: 1, whenAt: () => Clock.WhenWaitingAsync(rest => rest > TimeSpan.Zero && rest <= TimeSpan.FromSeconds(1)));

        Assert.Equal(CustomerOutcome.Unknown, Assert.Single(outcomes).Outcome);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_that_the_provider_asked_for()
    {
        var server = Serve(_ => Answer.Json(429, "{}", "Retry-After: 100"));
        var target = OnePay(server);

        var outcomes = await CancelAsync(target, rows: 1, whenAt: () => Clock.WhenWaitingAsync(TimeSpan.FromSeconds(100)));

        Assert.NotNull(Assert.Single(outcomes).Error);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_a_settling_time()
    {
        var server = Serve(_ => Answer.Reset);
        var target = Dots(server);

        var outcomes = await CancelAsync(target, rows: 1, whenAt: () => Clock.WhenWaitingAsync(TimeSpan.FromSeconds(2)));

        Assert.Equal(CustomerOutcome.Unknown, Assert.Single(outcomes).Outcome);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_a_search_of_the_list()
    {
        Clock.SkipUpTo = TimeSpan.FromSeconds(10);
        var server = Serve(request => request.IsCreate ? Answer.Reset : Answer.Silent);
        var target = Dots(server);

        var outcomes = await CancelAsync(target, rows: 1, whenAt: () => server.WhenAskedAsync(2));

        Assert.Equal(CustomerOutcome.Unknown, Assert.Single(outcomes).Outcome);
        await server.Requests[1].Gone.WaitAsync(Patience, Cancel);
    }

    [Fact]
    public async Task Cancellation_ends_a_search_for_existing_customers()
    {
        var server = Serve(_ => Answer.Silent);
        var target = Dots(server);

        var outcomes = await CancelAsync(target, rows: 1, whenAt: () => server.WhenAskedAsync(1), new RunOptions { SkipExisting = true });

        Assert.Equal(PaymentErrorId.NotSent, Assert.Single(outcomes).Error!.Id);
    }

    [Fact]
    public async Task A_timeout_is_not_reported_as_a_cancellation()
    {
        var server = Serve(_ => Answer.Silent);
        var target = OnePay(server, TimeSpan.FromSeconds(60));

        var running = target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = 0 }, cancellation: Cancel);
        await server.WhenAskedAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(59.999));
        Assert.False(server.Requests[0].Gone.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var report = await running;

        Assert.Equal([PaymentErrorId.OutcomeUnknown], report.Errors);
        Assert.StartsWith("Row 1: The request to OnePay timed out.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Null(report.Stopped);
    }

    [Fact]
    public async Task Disposing_a_run_ends_its_requests()
    {
        var server = Serve(_ => Answer.Silent);
        var target = OnePay(server);
        var run = new CustomerRun(target.Client, new RunOptions(), journal: null, Cancel);
        run.Submit(target.Row(1));
        await server.WhenAskedAsync(1);

        await run.DisposeAsync();

        await server.Requests[0].Gone.WaitAsync(Patience, Cancel);
    }

    private async Task<List<DraftOutcome>> CancelAsync(Target target, int rows, Func<Task> whenAt, RunOptions? options = null)
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var journal = FileJournal.Open(JournalPath, target.Connection);
        var outcomes = new List<DraftOutcome>();
        await using (var run = new CustomerRun(target.Client, options ?? new RunOptions(), journal, cancelling.Token))
        {
            var before = Clock.Elapsed;
            var at = whenAt();
            for (var row = 1; row <= rows; row++)
            {
                if (run.IsFull)
                    await run.WaitAsync().WaitAsync(Patience, Cancel);
                while (run.TryTake(out var outcome))
                    outcomes.Add(outcome);
                run.Submit(target.Row(row));
            }

            await at;
            await cancelling.CancelAsync();
            while (run.Outstanding > 0)
            {
                await run.WaitAsync().WaitAsync(Patience, Cancel);
                if (run.TryTake(out var outcome))
                    outcomes.Add(outcome);
            }

            if (Clock.SkipUpTo is null)
                Assert.Equal(before, Clock.Elapsed);
        }

        return outcomes;
    }
}
