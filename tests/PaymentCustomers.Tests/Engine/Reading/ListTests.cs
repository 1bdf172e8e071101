using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class ListTests
{
    [Fact(Timeout = ScriptedServer.Patience)]
    public async Task The_next_page_is_requested_while_the_present_one_is_used()
    {
        await using var server = new ScriptedServer(Page("a", "b"), Page("c"));
        await using var pages = Listing.Read("Dots", server).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await pages.MoveNextAsync());
        await server.ArrivalAsync();
        var second = await server.ArrivalAsync();

        Assert.Equal("GET /api/v2/payment-customers?limit=100&starting_after=b", second.Line);
    }

    [Fact]
    public async Task Reading_one_page_costs_at_most_two_requests()
    {
        await using var server = new ScriptedServer(Page("a"), Page("b"), Page("c"), Page("d"));

        await foreach (var page in Listing.Read("Dots", server))
        {
            Assert.Equal("a", Assert.Single(page.Customers).Id);
            break;
        }

        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Fact(Timeout = ScriptedServer.Patience)]
    public async Task The_request_for_a_page_that_is_no_longer_wanted_is_cancelled()
    {
        await using var server = new ScriptedServer(Page("a"), Answer.Silent);

        // The clock stands still, so that no timeout can end the request.
        var reader = new CustomerRequests(TestConnections.Client("Dots", server, new ProviderClientOptions { Clock = new FakeTimeProvider() }));
        await foreach (var page in reader.ListAsync(CustomerFilter.None, TestContext.Current.CancellationToken))
        {
            await server.ArrivalAsync();
            await server.ArrivalAsync();
            break;
        }

        await server.GivenUp;
    }

    [Fact(Timeout = ScriptedServer.Patience)]
    public async Task Cancelling_a_list_cancels_its_request()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new ScriptedServer(Page("a"), Answer.Silent);
        await using var pages = new CustomerRequests(TestConnections.Client("Dots", server)).ListAsync(CustomerFilter.None, cancellation.Token)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await pages.MoveNextAsync());
        await server.ArrivalAsync();
        await server.ArrivalAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
        await server.GivenUp;
    }

    [Theory]
    [InlineData("Dots", 401, PaymentErrorId.AuthenticationFailed)]
    [InlineData("Dots", 403, PaymentErrorId.AccessDenied)]
    [InlineData("Dots", 500, PaymentErrorId.ProviderUnavailable)]
    [InlineData("OnePay", 404, PaymentErrorId.ProviderRejected)]
    [InlineData("OnePay", 429, PaymentErrorId.RateLimited)]
    public async Task The_error_of_a_refused_page_comes_after_the_pages_before_it(string provider, int status, PaymentErrorId id)
    {
        await using var server = new ScriptedServer(Page("a", "b"), Answer.Json("""{"message":"No"}""", status));

        var (ids, error) = await Listing.FailAsync(provider, server);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal((id, status, $"The list of customers: {provider} answered {status}: No"), (error.Id, error.Status, error.Message));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"data":{"id":"a"}}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":["a"]}""")]
    [InlineData("""{"data":[{"id":"a"}]""")]
    [InlineData("""{"data":[{"id":"a","email":"\ud83d"}]}""")]
    [InlineData("""{"meta":{"data":[{"id":"a"}]}}""")]
    [InlineData("<html><title>Hola</title></html>")]
    public async Task A_success_answer_without_a_list_is_an_error(string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        var (ids, error) = await Listing.FailAsync("OnePay", server);

        Assert.Empty(ids);
        Assert.Equal((PaymentErrorId.ResponseInvalid, 200), (error.Id, error.Status));
        Assert.Equal("The list of customers: OnePay answered 200, but the content is not a customer (application/json).", error.Message);
    }

    private static Answer Page(params string[] ids) =>
        Answer.Json($$"""{"data":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""))}}],"has_more":true}""");
}
