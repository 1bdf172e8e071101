using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class MaximumTimeTests : RunTest
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private static readonly RunOptions Timed = OneByOne with { MaximumTime = HalfAnHour };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_time_is_over_nothing_more_is_sent_and_requests_under_way_are_completed(bool atDots)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Number == 3)
                await answered.Task;
            return Answer.Customer(request.Person);
        });
        var target = atDots ? Dots(server) : OnePay(server);

        var running = target.RunAsync(target.Rows(20), JournalPath, Timed, Cancel);
        await server.WhenAskedAsync(3);
        Clock.Advance(HalfAnHour);
        answered.SetResult();
        var report = await running;

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal((3, 17, 20), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent], report.Counts.Total));
        Assert.All(report.Errors.Skip(3), id => Assert.Equal(PaymentErrorId.NotSent, id));
        Assert.Equal(PaymentErrorId.MaximumTimeReached, report.Stopped!.Id);
        Assert.Equal("The run reached its maximum time of 00:30:00. Nothing more was sent.", report.Stopped.Message);
        Assert.StartsWith("Run the same command again, with the same journal if you use one", report.Outcomes[^1].Error!.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(JournalReader.ReadLast(JournalPath), entry => entry.State is KeyState.Started or KeyState.Unknown);
    }

    [Fact]
    public async Task Rows_that_were_not_sent_are_sent_by_the_next_run_with_the_journal()
    {
        var server = Serve(async request =>
        {
            if (request.Number == 2)
                await Task.Run(() => Clock.Advance(HalfAnHour));
            return request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers;
        });
        var target = OnePay(server);
        var first = await target.RunAsync(target.Rows(5), JournalPath, Timed, Cancel);

        var second = await target.RunAsync(target.Rows(5), JournalPath, Timed, Cancel);

        Assert.Equal(2, first.Counts[CustomerOutcome.Created]);
        Assert.Equal((5, null), (second.Counts[CustomerOutcome.Created], second.Stopped));
        Assert.Equal([1, 2, 3, 4, 5], server.Requests.Where(request => request.IsCreate).Select(request => request.Person));
    }

    [Fact]
    public async Task The_maximum_time_ends_a_wait_that_the_provider_asked_for()
    {
        var server = Serve(request => request.Number == 2 ? Answer.Json(429, "{}", "Retry-After: 100") : Answer.Customer(request.Person));
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(4), OneByOne with { MaximumTime = TimeSpan.FromSeconds(60) }, cancellation: Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(100));
        Clock.Advance(TimeSpan.FromSeconds(60));
        var report = await running;

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed, CustomerOutcome.NotSent, CustomerOutcome.NotSent], report.Kinds);
        Assert.Equal(PaymentErrorId.MaximumTimeReached, report.Stopped!.Id);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_run_whose_rows_are_all_done_is_not_reported_as_stopped()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, Timed, journal: null, Cancel);
        await TakeAsync(run, target, row: 1);

        Clock.Advance(HalfAnHour);

        Assert.Null(run.Stopped);
        Assert.Equal(1, run.Counts[CustomerOutcome.Created]);
    }

    [Fact]
    public async Task A_row_submitted_after_the_time_is_over_is_not_sent()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, Timed, journal: null, Cancel);
        await TakeAsync(run, target, row: 1);
        Clock.Advance(HalfAnHour);

        await TakeAsync(run, target, row: 2);

        Assert.Equal(PaymentErrorId.MaximumTimeReached, run.Stopped!.Id);
        Assert.Equal(1, run.Counts[CustomerOutcome.NotSent]);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_maximum_time_has_no_effect_before_it_is_over()
    {
        var server = Serve(async request =>
        {
            if (request.Number == 2)
                await Task.Run(() => Clock.Advance(HalfAnHour - TimeSpan.FromTicks(1)));
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(5), Timed, cancellation: Cancel);

        Assert.Equal((5, null), (report.Counts[CustomerOutcome.Created], report.Stopped));
    }

    private static async Task TakeAsync(CustomerRun run, Target target, int row)
    {
        run.Submit(target.Row(row));
        await run.WaitAsync().WaitAsync(Patience, Cancel);
        Assert.True(run.TryTake(out _));
    }
}
