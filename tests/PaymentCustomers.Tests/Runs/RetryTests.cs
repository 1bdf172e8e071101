using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class RetryTests : RunTest
{
    [Fact]
    public async Task A_repeated_request_has_the_same_key_and_the_same_bytes()
    {
        SkipWaits();
        Answer[] answers =
        [
            Answer.Reset, Answer.Json(500, "{}"), Answer.Json(200, "<html>"), Answer.Json(429, "{}"), Answer.Customer(1),
        ];
        var server = Serve(request => answers[request.Number - 1]);
        var target = OnePay(server);
        var row = target.Row(1);

        var report = await target.RunAsync([row], cancellation: Cancel);

        Assert.Equal([Answer.Id(1)], report.Ids);
        Assert.Equal(5, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            Assert.Equal(row.Key, request.Header("x-idempotency"));
            Assert.Equal(row.Body.ToArray(), request.Bytes);
        });
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task At_OnePay_no_row_is_created_twice_whatever_status_follows_the_store(int status)
    {
        SkipWaits();
        var emulator = await EmulateAsync(null, new PaymentCustomers.Emulator.FaultRule
        {
            Kind = PaymentCustomers.Emulator.FaultKind.Status,
            Code = status,
            Moment = PaymentCustomers.Emulator.FaultMoment.After,
            N = 3,
        });
        var target = OnePay(emulator);

        var report = await target.RunAsync(target.Rows(40), new RunOptions { MaximumRetryCount = 30 }, cancellation: Cancel);

        Assert.Equal(40, report.Counts[CustomerOutcome.Created]);
        Assert.Equal(40, emulator.Store.OnePayCount);
        Assert.Equal(emulator.Store.OnePayCustomers.ToDictionary(customer => customer.Key!, customer => customer.Id),
            report.Outcomes.ToDictionary(outcome => outcome.Customer!.IdempotencyKey!, outcome => outcome.Customer!.Id!));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public async Task A_request_is_sent_again_up_to_the_maximum_retry_count(int maximum, int requests)
    {
        SkipWaits();
        var server = Serve(_ => Answer.Json(500, """{"message":"broken"}"""));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = maximum }, cancellation: Cancel);

        Assert.Equal(requests, server.Requests.Count);
        var error = report.Outcomes[0].Error!;
        Assert.Equal((PaymentErrorId.OutcomeUnknown, 500, 1L), (error.Id, error.Status, error.Row));
    }

    [Theory]
    // The first attempt may be the reason why the provider says that the customer exists already.
    [InlineData(422, CustomerOutcome.Unknown)]
    [InlineData(409, CustomerOutcome.Unknown)]
    [InlineData(401, CustomerOutcome.Unknown)]
    [InlineData(429, CustomerOutcome.Unknown)]
    [InlineData(503, CustomerOutcome.Unknown)]
    public async Task A_doubt_from_the_first_attempt_is_only_settled_by_an_answer_that_is_certain(int last, CustomerOutcome outcome)
    {
        SkipWaits();
        var server = Serve(request => request.Method == "GET" ? Answer.NoCustomers : Answer.Json(request.Number == 1 ? 500 : last, """{"message":"no"}"""));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = 1 }, cancellation: Cancel);

        Assert.Equal(2, server.Requests.Count(request => request.Method == "POST"));
        Assert.Equal((outcome, last), (report.Outcomes[0].Outcome, report.Outcomes[0].Error!.Status));
        Assert.Equal(1, report.Counts[outcome]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(419)]
    [InlineData(422)]
    public async Task A_refused_request_is_not_sent_again(int status)
    {
        var server = Serve(_ => Answer.Json(status, "{}", "Retry-After: 1", "Location: http://127.0.0.1:1/"));
        var target = Dots(server);

        var report = await target.RunAsync(target.Rows(2), cancellation: Cancel);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.Failed, kind));
    }

    [Fact]
    public async Task At_Dots_a_request_that_could_not_connect_is_sent_again_without_a_search()
    {
        var server = Serve(_ => Answer.Silent);
        await server.DisposeAsync();
        var target = Dots(server);

        var running = target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = 2 }, cancellation: Cancel);
        var first = await Clock.WhenWaitingAsync(rest => rest <= TimeSpan.FromMinutes(1));
        Clock.Advance(first);
        var second = await Clock.WhenWaitingAsync(rest => rest <= TimeSpan.FromMinutes(1));
        Clock.Advance(second);
        var report = await running;

        Assert.InRange(first, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500));
        Assert.InRange(second, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1));
        Assert.Equal([PaymentErrorId.ConnectionFailed], report.Errors);
        Assert.Equal([CustomerOutcome.Failed], report.Kinds);
    }

    [Theory]
    [InlineData("Mon, 02 Jan 2034 03:04:35 GMT", 30)]
    [InlineData("Monday, 02-Jan-34 03:04:35 GMT", 30)]
    [InlineData("Mon Jan  2 03:04:35 2034", 30)]
    [InlineData("30", 30)]
    public async Task Each_form_of_Retry_After_is_read_from_a_real_answer(string value, int seconds)
    {
        var server = Serve(request => request.Number == 1 ? Answer.Json(503, "{}", $"Retry-After: {value}") : Answer.Customer(1));
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(1), cancellation: Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(seconds));
        Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal([CustomerOutcome.Created], (await running).Kinds);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_that_cannot_be_decompressed_does_not_end_the_run(string encoding)
    {
        SkipWaits();
        var server = Serve(request => request.Number == 1
            ? Answer.Of(200, "{}{}{}{}{}{}"u8.ToArray(), $"Content-Encoding: {encoding}", "Content-Type: application/json")
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), cancellation: Cancel);

        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.Created, kind));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(422)]
    public async Task An_answer_with_half_a_character_does_not_end_the_run(int status)
    {
        SkipWaits();
        var server = Serve(request => request.Number <= 2
            ? Answer.Of(status, [.. "{\"id\":\""u8, 0xC3, .. "\",\"message\":\"\\ud800\"}"u8])
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(3), OneByOne, cancellation: Cancel);

        Assert.Equal(CustomerOutcome.Created, report.Outcomes[2].Outcome);
        Assert.Equal(status == 200 ? CustomerOutcome.Created : CustomerOutcome.Failed, report.Outcomes[0].Outcome);
    }
}
