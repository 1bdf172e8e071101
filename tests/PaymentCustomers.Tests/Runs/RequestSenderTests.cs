using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What is sent again, as a server sees it.</summary>
public sealed class RequestSenderTests : RunTest
{
    private readonly RecordingLog _log = new();

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task A_create_with_a_key_is_retried_after_an_unreadable_answer_but_not_after_another_customers(bool isOfAnother, int requests)
    {
        var server = Serve(_ => Answer.Json("{}"));
        SkipWaits();

        var decision = await Sender(server).SendAsync(new Create(Client(server)) { IsOfAnotherCustomer = isOfAnother, IsReadable = false }, Cancel);

        Assert.Equal(NextStep.Fail, decision.Step);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_readable_answer_of_another_customer_is_left_to_the_caller()
    {
        var server = Serve(_ => Answer.Json("{}"));

        var decision = await Sender(server).SendAsync(new Create(Client(server)) { IsOfAnotherCustomer = true }, Cancel);

        Assert.Equal(NextStep.Done, decision.Step);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_request_is_ready()
    {
        var server = Serve(request => Answer.Customer(request.Number));
        var ready = new TaskCompletionSource();

        var sending = Sender(server).SendAsync(new Create(Client(server)) { Ready = ready.Task }, Cancel);

        Assert.False(sending.IsCompleted);
        Assert.Empty(server.Requests);
        ready.SetResult();
        Assert.Equal(NextStep.Done, (await sending).Step);
    }

    [Theory]
    [InlineData(false, "(503, attempt 2 of 3).")]
    [InlineData(true, "(ConnectionLost, attempt 2 of 3).")]
    public async Task The_log_gives_the_cause_and_the_number_of_each_retry(bool isLost, string expected)
    {
        var server = Serve(request => request.Number > 1 ? Answer.Customer(1) : isLost ? Answer.Reset : Answer.Json("{}", 503));
        SkipWaits();

        await Sender(server).SendAsync(new Create(Client(server)), Cancel);

        Assert.EndsWith(expected, Assert.Single(_log.VerboseLines, line => line.StartsWith("Create: retry in ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_all_requests_that_came_with_an_answer_holds_the_next_request_back()
    {
        var server = Serve(request => request.Number == 1 ? Answer.Json(503, "{}", "Retry-After: 7") : Answer.Customer(1));
        var client = Client(server);
        using var throttle = new RequestThrottle(Clock, log: null);
        var sender = new RequestSender(client, throttle, maximumRetryCount: 0);

        var decision = await sender.SendAsync(new Create(client), Cancel);

        Assert.Equal((NextStep.Fail, TimeSpan.FromSeconds(7)), (decision.Step, decision.Delay));
        Assert.Equal(Clock.GetUtcNow().AddSeconds(7), throttle.HeldUntil);
    }

    // A request that got no answer may still be carried out, for as long as the slowest answer took so far.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(30, 30)]
    public async Task A_lost_create_is_looked_up_after_the_longest_answer_but_at_least_after_two_seconds(int answerSeconds, int expectedSeconds)
    {
        var server = Serve(request =>
        {
            if (request.Number == 1)
                Clock.Advance(TimeSpan.FromSeconds(answerSeconds));
            return request.Number == 1 ? Answer.Customer(1) : Answer.Reset;
        });
        var client = Target.Dots(server.Address, Clock).Client;
        var sender = RequestSender.Alone(client, maximumRetryCount: 2);

        Assert.Equal(NextStep.Done, (await sender.SendAsync(new Create(client), Cancel)).Step);
        var decision = await sender.SendAsync(new Create(client), Cancel);

        Assert.Equal((NextStep.Reconcile, TimeSpan.FromSeconds(expectedSeconds)), (decision.Step, decision.Delay));
    }

    [Fact]
    public async Task A_slow_answer_does_not_delay_a_retry()
    {
        var server = Serve(request =>
        {
            if (request.Number == 1)
                Clock.Advance(TimeSpan.FromHours(1));
            return request.Number == 2 ? Answer.Json("{}", 503) : Answer.Customer(1);
        });
        var client = Client(server);
        var sender = RequestSender.Alone(client, maximumRetryCount: 2);
        await sender.SendAsync(new Create(client), Cancel);
        SkipWaits();
        var before = Clock.Elapsed;

        await sender.SendAsync(new Create(client), Cancel);

        Assert.True(Clock.Elapsed - before < TimeSpan.FromSeconds(1));
    }

    // A redirect is never followed, and its body says nothing about a customer.
    [Theory]
    [InlineData(nameof(ProviderOperation.Create), true, "Fail")]
    [InlineData(nameof(ProviderOperation.Create), false, "Reconcile")]
    [InlineData(nameof(ProviderOperation.List), false, "Fail")]
    public void A_status_of_300_is_no_success(string operation, bool honoursKey, string expected)
    {
        var decision = RetryRules.Decide(new RetryQuestion(
            Enum.Parse<ProviderOperation>(operation), honoursKey, ShowsKey: false, AttemptKind.Answered, 300, true, false, false, null, null, AttemptsMade: 1, 3, Jitter: 0));

        Assert.Equal(expected, decision.Step.ToString());
        Assert.True(RetryRules.IsInDoubt(before: false, AttemptKind.Answered, 300, isUnderstood: true));
    }

    private ProviderClient Client(ScriptedServer server)
    {
        var target = Target.OnePay(server.Address, Clock);
        return new Target(PaymentProviders.Get("OnePay"), target.Connection, Clock, log: _log).Client;
    }

    private static RequestSender Sender(ProviderClient client) => RequestSender.Alone(client, maximumRetryCount: 2);

    private RequestSender Sender(ScriptedServer server) => Sender(Client(server));

    private sealed class Create(ProviderClient client) : ProviderRequest
    {
        public bool IsReadable { get; init; } = true;

        public bool IsOfAnotherCustomer { get; init; }

        public Task Ready { get; init; } = Task.CompletedTask;

        public override bool IsOfAnother => IsOfAnotherCustomer;

        public override ValueTask ReadyAsync(CancellationToken waiting) => new(Ready.WaitAsync(waiting));

        public override Task<Attempt> SendAsync() => client.CreateAsync("{}"u8.ToArray(), "key-1", new WireMark(), CancellationToken.None);

        public override bool Understands(Attempt answer) => IsReadable;
    }
}
