using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class StopTests : RunTest
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_refused_credential_costs_one_request_and_stops_the_run(bool atDots, bool looksFirst)
    {
        var server = Serve(_ => Answer.Json(401, """{"message":"who are you"}"""));
        var target = atDots ? Dots(server) : OnePay(server);

        var report = await target.RunAsync(target.Rows(50), JournalPath, new RunOptions { SkipExisting = looksFirst }, Cancel);

        Assert.Single(server.Requests);
        Assert.Equal(PaymentErrorId.AuthenticationFailed, report.Stopped!.Id);
        Assert.Equal(report.Stopped, report.Outcomes[0].Error);
        Assert.All(report.Errors.Skip(1), id => Assert.Equal(PaymentErrorId.NotSent, id));
        Assert.All(report.Kinds.Skip(1), kind => Assert.Equal(CustomerOutcome.NotSent, kind));
        Assert.Equal((1, 49, 50), (report.Counts[CustomerOutcome.Failed], report.Counts[CustomerOutcome.NotSent], report.Counts.Total));
    }

    [Fact]
    public async Task A_credential_refused_during_a_run_lets_requests_under_way_finish_and_sends_nothing_more()
    {
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Number == 3)
                return Answer.Json(401, "{}");
            if (request.Number == 2)
                await refused.Task;
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, new RunOptions { ThrottleLimit = 2 }, journal: null, Cancel);
        run.Submit(target.Row(1));
        await run.WaitAsync();
        run.TryTake(out _);

        for (var row = 2; row <= 20; row++)
            run.Submit(target.Row(row));
        while (run.Stopped is null)
            await Task.Yield();
        refused.SetResult();
        var outcomes = new List<DraftOutcome>();
        while (run.Outstanding > 0)
        {
            await run.WaitAsync();
            if (run.TryTake(out var outcome))
                outcomes.Add(outcome);
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(1, outcomes.Count(outcome => outcome.Outcome == CustomerOutcome.Created));
        Assert.Equal(1, outcomes.Count(outcome => outcome.Error?.Id == PaymentErrorId.AuthenticationFailed));
        Assert.Equal(17, outcomes.Count(outcome => outcome.Error?.Id == PaymentErrorId.NotSent));
    }

    [Theory]
    [InlineData("""{"code":"10500","code_name":"balance_is_empty"}""")]
    [InlineData("""{"code":10501,"message":"x"}""")]
    [InlineData("""{"code_name":"insufficient_funds"}""")]
    public async Task A_401_about_the_balance_fails_only_its_row(string body)
    {
        var server = Serve(request => request.Number == 1 ? Answer.Json(401, body) : Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(3), cancellation: Cancel);

        Assert.Null(report.Stopped);
        Assert.Equal([PaymentErrorId.ProviderRejected, null, null], report.Errors);
    }

    [Theory]
    [InlineData(429, "121", "121 s", "03:06:06Z", PaymentErrorId.RateLimited)]
    [InlineData(429, "Mon, 02 Jan 2034 03:34:05 GMT", "1800 s", "03:34:05Z", PaymentErrorId.RateLimited)]
    [InlineData(503, "3600", "3600 s", "04:04:05Z", PaymentErrorId.ProviderUnavailable)]
    public async Task A_Retry_After_that_is_too_long_stops_the_run_and_the_error_says_until_when(int status, string retryAfter, string wait, string until, PaymentErrorId id)
    {
        var server = Serve(request => request.Number == 3
            ? Answer.Json(status, "{}", $"Retry-After: {retryAfter}")
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(10), OneByOne, cancellation: Cancel);

        Assert.Equal(id, report.Stopped!.Id);
        Assert.Contains(wait, report.Stopped.Message, StringComparison.Ordinal);
        Assert.Contains(until, report.Stopped.Message, StringComparison.Ordinal);
        Assert.Equal(wait, $"{report.Stopped.RetryAfter!.Value.TotalSeconds} s");
        Assert.Equal((3, 7), (server.Requests.Count, report.Counts[CustomerOutcome.NotSent]));
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public async Task An_unlimited_Retry_After_stops_the_run_without_a_date()
    {
        var server = Serve(_ => Answer.Json(429, "{}", $"Retry-After: {new string('9', 40)}"));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), cancellation: Cancel);

        Assert.Equal("OnePay asked to wait without a time limit. The run stopped.", report.Stopped!.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_list_answer_with_a_Retry_After_that_is_too_long_stops_the_run()
    {
        var server = Serve(_ => Answer.Json(429, "{}", "Retry-After: 600"));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(30), new RunOptions { SkipExisting = true }, cancellation: Cancel);

        Assert.Single(server.Requests);
        Assert.Equal(TimeSpan.FromSeconds(600), report.Stopped!.RetryAfter);
        Assert.Equal(29, report.Counts[CustomerOutcome.NotSent]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_Dots_a_row_that_may_have_been_created_is_unknown_after_a_long_Retry_After(bool isRateLimit)
    {
        var server = Serve(_ => Answer.Json(isRateLimit ? 429 : 503, "{}", "Retry-After: 600"));
        var target = Dots(server);

        var report = await target.RunAsync(target.Rows(2), JournalPath, cancellation: Cancel);

        Assert.Equal(isRateLimit ? CustomerOutcome.Failed : CustomerOutcome.Unknown, report.Outcomes[0].Outcome);
        Assert.Contains(isRateLimit ? "\"failed\"" : "\"unknown\"", await File.ReadAllTextAsync(JournalPath, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_consecutive_rows_that_fail_because_the_provider_is_unavailable_stop_the_run()
    {
        var server = Serve(_ => Answer.Json(503, "{}"));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(100), OneByOne with { MaximumRetryCount = 0 }, cancellation: Cancel);

        Assert.Equal(20, server.Requests.Count);
        Assert.Equal((server.Requests.Count, 100), (report.Counts[CustomerOutcome.Unknown], report.Counts.Total));
        Assert.Equal(PaymentErrorId.ProviderUnavailable, report.Stopped!.Id);
        Assert.StartsWith("20 consecutive rows failed because OnePay was not available. The run stopped.", report.Stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_row_resets_the_count_of_consecutive_failures()
    {
        var server = Serve(request => request.Number % 20 == 0
            ? Answer.Json(request.Number == 20 ? 200 : 422, """{"id":"1"}""")
            : Answer.Json(503, "{}"));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(59), OneByOne with { MaximumRetryCount = 0 }, cancellation: Cancel);

        Assert.Null(report.Stopped);
        Assert.Equal(59, server.Requests.Count);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_stops_the_run()
    {
        SkipWaits();
        var server = Serve(_ => Answer.Silent);
        await server.DisposeAsync();
        var target = Dots(server);

        var report = await target.RunAsync(target.Rows(50), new RunOptions { ThrottleLimit = 1, MaximumRetryCount = 1 }, cancellation: Cancel);

        Assert.All(report.Errors.Take(20), id => Assert.Equal(PaymentErrorId.ConnectionFailed, id));
        Assert.InRange(report.Counts[CustomerOutcome.NotSent], 29, 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disconnecting_during_a_run_stops_it_and_loses_no_row(bool atDots)
    {
        Target target = null!;
        var server = Serve(request =>
        {
            if (request.Person == 5)
                target.Connection.Disconnect();
            return Answer.Customer(request.Person);
        });
        target = atDots ? Dots(server) : OnePay(server);

        var report = await target.RunAsync(target.Rows(20), JournalPath, OneByOne, Cancel);

        Assert.Equal(PaymentErrorId.NotConnected, report.Stopped!.Id);
        Assert.Equal((5, 15, 20), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent], report.Counts.Total));
        Assert.Equal(5, server.Requests.Count);
        Assert.DoesNotContain(JournalReader.ReadLast(JournalPath), entry => entry.State is KeyState.Started or KeyState.Unknown);
    }

    [Fact]
    public async Task A_doubtful_row_stays_in_doubt_after_its_connection_is_disconnected()
    {
        Target target = null!;
        var server = Serve(_ =>
        {
            target.Connection.Disconnect();
            return Answer.Json(500, "{}");
        });
        target = Dots(server);
        SkipWaits();

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(false, false, "Run the same command again")]
    [InlineData(false, true, "Run the same command again")]
    [InlineData(true, true, "Run the same command again")]
    [InlineData(true, false, "Run again only the rows that were not created, or add -SkipExisting (--skip-existing). Otherwise Dots creates the other customers a second time.")]
    public async Task The_recommended_action_does_not_create_finished_rows_twice(bool atDots, bool hasJournal, string action)
    {
        var server = Serve(request => request.Person == 2
            ? Answer.Json(429, "{}", "Retry-After: 600")
            : Answer.Customer(request.Person));
        var target = atDots ? Dots(server) : OnePay(server);

        var report = hasJournal
            ? await target.RunAsync(target.Rows(4), JournalPath, OneByOne, Cancel)
            : await target.RunAsync(target.Rows(4), OneByOne, cancellation: Cancel);

        Assert.StartsWith(action, report.Stopped!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(report.Stopped.RecommendedAction, report.Outcomes[^1].Error!.RecommendedAction);
    }
}
