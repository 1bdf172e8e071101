using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class CancellationTests
{
    private static readonly Answer HalfAnAnswer = Answer.Json("""{"id":"3c90c3cc"}""") with { Ending = Ending.SilentWithin };

    [Theory(Timeout = ScriptedServer.Patience)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_does_not_answer_in_time_causes_a_timeout_at_the_exact_time(bool hasBegun)
    {
        var clock = new FakeTimeProvider();
        await using var server = new ScriptedServer(hasBegun ? HalfAnAnswer : Answer.Silent);
        var client = TestConnections.Client("Dots", server, new ProviderClientOptions { Clock = clock, Timeout = TimeSpan.FromSeconds(60) });

        var sending = client.CreateAsync("{}"u8.ToArray(), "key-1", new WireMark(), TestContext.Current.CancellationToken);
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        var attempt = await sending;

        Assert.Equal((AttemptKind.TimedOut, 0), (attempt.Kind, attempt.Status));
        await server.GivenUp;
    }

    [Theory(Timeout = ScriptedServer.Patience)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_request_ends_and_is_not_reported_as_a_timeout(bool hasBegun)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new ScriptedServer(hasBegun ? HalfAnAnswer : Answer.Silent);
        var client = TestConnections.Client("Dots", server, new ProviderClientOptions { Clock = new FakeTimeProvider() });

        var sending = client.CreateAsync("{}"u8.ToArray(), "key-1", new WireMark(), cancellation.Token);
        await server.ArrivalAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await server.GivenUp;
    }

    [Fact(Timeout = ScriptedServer.Patience)]
    public async Task A_request_that_is_cancelled_and_timed_out_counts_as_cancelled()
    {
        var clock = new FakeTimeProvider();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new ScriptedServer(Answer.Silent);
        var client = TestConnections.Client("Dots", server, new ProviderClientOptions { Clock = clock });

        // Both take effect before the request can end.
        var sending = client.CreateAsync("{}"u8.ToArray(), "key-1", new WireMark(), cancellation.Token);
        await server.ArrivalAsync();
        await using (cancellation.Token.Register(() => clock.Advance(TimeSpan.FromHours(1))))
            await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_before_it_starts_is_not_sent()
    {
        await using var server = new ScriptedServer();
        var client = TestConnections.Client("OnePay", server);
        var cancelled = new CancellationToken(canceled: true);
        var reader = new CustomerRequests(client);

        Assert.Equal(PaymentErrorId.NotSent, (await new CustomerCreator(client).CreateAsync(Rows.PrepareLeast("OnePay"), cancelled)).Error!.Id);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.RetrieveAsync("1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.DeleteAsync("1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ListAsync(CustomerFilter.None, cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());

        Assert.Empty(server.Requests);
    }

    [Fact(Timeout = ScriptedServer.Patience)]
    public async Task A_create_that_is_cancelled_while_it_is_under_way_is_unknown()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new ScriptedServer(Answer.Silent);

        var creating = new CustomerCreator(TestConnections.Client("Dots", server)).CreateAsync(Rows.PrepareLeast("Dots"), cancellation.Token);
        await server.ArrivalAsync();
        await cancellation.CancelAsync();
        var result = await creating;

        Assert.Equal((CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown), (result.Outcome, result.Error!.Id));
        Assert.Equal("Row 1: the run was stopped while the request for this row was in progress. It is not known whether the customer was created.", result.Error.Message);
    }

    [Theory(Timeout = ScriptedServer.Patience)]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public async Task A_create_that_times_out_is_unknown(string provider)
    {
        var clock = new FakeTimeProvider();
        await using var server = new ScriptedServer(Answer.Silent);
        var client = TestConnections.Client(provider, server, new ProviderClientOptions { Clock = clock, Timeout = TimeSpan.FromSeconds(5) });

        var creating = new CustomerCreator(client).CreateAsync(Rows.PrepareLeast(provider), TestContext.Current.CancellationToken);
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        // The list of Dots is searched after the request that timed out has settled.
        while (!creating.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var result = await creating;

        Assert.Equal((PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown), (result.Error!.Id, result.Outcome));
        Assert.StartsWith($"Row 1: The request to {provider} timed out.", result.Error.Message, StringComparison.Ordinal);
        Assert.Null(result.Error.Status);
    }
}
