using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class DotsListTests
{
    [Fact]
    public async Task The_next_page_starts_after_the_last_customer_of_the_previous_page()
    {
        await using var server = new ScriptedServer(
            Answer.Json("""{"data":[{"id":"a"},{"id":"b&c=d"}],"has_more":true}"""),
            Answer.Json("""{"has_more":true,"data":[{"id":"d"}]}"""),
            Answer.Json("""{"data":[{"id":"e"}],"has_more":false}"""));

        Assert.Equal([["a", "b&c=d"], ["d"], ["e"]], await Listing.PagesAsync("Dots", server));
        Assert.Equal(["limit=100", "limit=100&starting_after=b%26c%3Dd", "limit=100&starting_after=d"], Listing.Queries(server));
        Assert.All(server.Requests, request => Assert.StartsWith("GET /api/v2/payment-customers?", request.Line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}],"has_more":false}""")]
    [InlineData("""{"data":[],"has_more":false}""")]
    public async Task A_page_that_says_that_no_more_follow_is_the_last(string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        await Listing.PagesAsync("Dots", server);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}],"has_more":null}""")]
    [InlineData("""{"data":[{"id":"a"}]}""")]
    [InlineData("""{"data":[{"id":"a"}],"has_more":"true"}""")]
    [InlineData("""{"data":[{"id":"a"}],"has_more":{"x":true},"total":[1]}""")]
    public async Task A_list_that_does_not_say_whether_more_follow_is_read_up_to_an_empty_page(string answer)
    {
        await using var server = new ScriptedServer(
            Answer.Json(answer), Answer.Json("""{"data":[{"id":"b"}]}"""), Answer.Json("""{"data":[]}"""));

        Assert.Equal([["a"], ["b"], []], await Listing.PagesAsync("Dots", server));
        Assert.Equal(["limit=100", "limit=100&starting_after=a", "limit=100&starting_after=b"], Listing.Queries(server));
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"},{"email":"x@example.co"}],"has_more":true}""")]
    [InlineData("""{"data":[{"id":"a"},{"id":null}],"has_more":true}""")]
    [InlineData("""{"data":[],"has_more":true}""")]
    public async Task A_page_that_announces_more_without_an_id_to_continue_from_is_an_error(string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        var (_, error) = await Listing.FailAsync("Dots", server);

        Assert.Equal(PaymentErrorId.ResponseInvalid, error.Id);
        Assert.Equal(
            "The customer list of Dots could not be read completely: the provider says that there are more customers, but the last customer of the page has no id to continue from.",
            error.Message);
    }

    [Fact]
    public async Task A_server_that_returns_the_same_page_again_causes_an_error()
    {
        var page = Answer.Json("""{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""");
        await using var server = new ScriptedServer(page, page, page);

        var (ids, error) = await Listing.FailAsync("Dots", server);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal("The customer list of Dots could not be read completely: the provider returned the same page twice, so the list would never end.", error.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_without_customers_is_one_empty_page()
    {
        await using var server = new ScriptedServer(Answer.Json("""{"data":[],"has_more":false}"""));

        Assert.Equal([[]], await Listing.PagesAsync("Dots", server));
    }
}
