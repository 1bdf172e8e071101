using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class OrderTests : RunTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Outcomes_are_returned_in_input_order_whatever_the_order_of_the_answers(bool atDots)
    {
        // Of every three requests that have arrived, the last is answered first.
        var arrived = new TaskCompletionSource[13];
        for (var i = 0; i < arrived.Length; i++)
            arrived[i] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            var person = request.Person;
            arrived[person - 1].SetResult();
            if (person > 1 && (person - 2) % 3 != 2)
                await arrived[person].Task;
            return Answer.Customer(person);
        });
        var target = atDots ? Dots(server) : OnePay(server);

        var report = await target.RunAsync(target.Rows(13), new RunOptions { ThrottleLimit = 3 }, cancellation: Cancel);

        Assert.Equal(Enumerable.Range(1, 13).Select(row => (long)row), report.Rows);
        Assert.Equal(Enumerable.Range(1, 13).Select(Answer.Id), report.Ids);
        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.Created, kind));
        Assert.Equal((13, 13), (report.Counts[CustomerOutcome.Created], report.Counts.Total));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task The_number_of_requests_under_way_reaches_the_limit_and_never_exceeds_it(int limit)
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Number == 1 + limit)
                barrier.SetResult();
            if (request.Number > 1)
                await barrier.Task;
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(100), new RunOptions { ThrottleLimit = limit }, cancellation: Cancel);

        Assert.Equal(limit, server.MostAtOnce);
        Assert.Equal(100, report.Counts[CustomerOutcome.Created]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public async Task The_number_of_outstanding_rows_never_exceeds_the_window(int window)
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(100), new RunOptions { Window = window, ThrottleLimit = 3 }, cancellation: Cancel);

        Assert.Equal(window, report.MostOutstanding);
        Assert.Equal(100, report.Counts.Total);
    }

    [Fact]
    public void The_window_holds_eight_rows_for_each_parallel_request_and_at_least_thirty_two()
    {
        Assert.Equal(32, new RunOptions { ThrottleLimit = 1 }.Window);
        Assert.Equal(64, new RunOptions().Window);
        Assert.Equal(256, new RunOptions { ThrottleLimit = 32 }.Window);
        Assert.Equal(7, new RunOptions { ThrottleLimit = 32, Window = 7 }.Window);
    }

    [Fact]
    public async Task A_full_run_accepts_no_further_row()
    {
        var server = Serve(_ => Answer.Silent);
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, new RunOptions(), journal: null, Cancel);
        run.Submit(target.Row(1));

        Assert.True(run.IsFull);
        Assert.Throws<InvalidOperationException>(() => run.Submit(target.Row(2)));
        Assert.Equal(1, run.Outstanding);
    }

    [Fact]
    public async Task The_first_row_is_sent_alone()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Number == 1)
                await first.Task;
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, new RunOptions { Window = 10 }, journal: null, Cancel);

        run.Submit(target.Row(1, change: draft => draft[CustomerField.Email] = null));
        Assert.True(run.TryTake(out var invalid));
        run.Submit(target.Row(2));
        Assert.True(run.IsFull);
        Assert.False(run.TryTake(out _));
        await server.WhenAskedAsync(1);
        first.SetResult();
        await run.WaitAsync();
        Assert.True(run.TryTake(out var created));

        Assert.Equal((CustomerOutcome.Failed, CustomerOutcome.Created), (invalid.Outcome, created.Outcome));
        for (var row = 3; row <= 12; row++)
            run.Submit(target.Row(row));
        Assert.True(run.IsFull);
    }

    [Fact]
    public async Task Rows_are_sent_in_input_order_if_one_request_runs_at_a_time()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);

        await target.RunAsync(target.Rows(200), JournalPath, OneByOne, Cancel);

        Assert.Equal(Enumerable.Range(1, 200), server.Requests.Select(request => request.Person));
    }

    [Fact]
    public async Task A_run_without_rows_sends_nothing()
    {
        var target = OnePay(Serve(_ => Answer.Silent));

        var report = await target.RunAsync([], cancellation: Cancel);

        Assert.Empty(report.Outcomes);
        Assert.Null(report.Stopped);
        Assert.Equal(0, report.Counts.Total);
    }
}
