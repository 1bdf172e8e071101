using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class DotsListTests : EmulatorTest
{
    [Fact]
    public async Task An_empty_list_is_an_empty_page() =>
        Assert.Equal("""{"data":[],"has_more":false}""", (await DotsAsync(HttpMethod.Get)).Text);

    [Theory]
    [InlineData(ListOrder.OldestFirst)]
    [InlineData(ListOrder.NewestFirst)]
    public async Task Paging_with_starting_after_returns_every_customer_exactly_once(ListOrder order)
    {
        Emulator.Configure(options => options with { DotsListOrder = order });
        var expected = Seed(1234);
        if (order == ListOrder.NewestFirst)
            expected.Reverse();

        var seen = new List<string>();
        for (var more = true; more;)
        {
            var page = await DotsAsync(HttpMethod.Get, "?limit=100" + (seen.Count == 0 ? "" : $"&starting_after={seen[^1]}"));
            more = (bool)page.Json["has_more"]!;
            Assert.Equal(more ? 100 : 34, page.Ids.Count);
            seen.AddRange(page.Ids);
        }

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData(ListOrder.OldestFirst)]
    [InlineData(ListOrder.NewestFirst)]
    public async Task Paging_with_ending_before_returns_every_earlier_customer_exactly_once(ListOrder order)
    {
        Emulator.Configure(options => options with { DotsListOrder = order });
        var expected = Seed(1234);
        if (order == ListOrder.NewestFirst)
            expected.Reverse();

        var seen = new List<string> { expected[^1] };
        for (var more = true; more;)
        {
            var page = await DotsAsync(HttpMethod.Get, $"?limit=100&ending_before={seen[0]}");
            more = (bool)page.Json["has_more"]!;
            seen.InsertRange(0, page.Ids);
        }

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task The_page_with_the_last_customer_says_that_no_more_follow()
    {
        Seed(20);

        var first = await DotsAsync(HttpMethod.Get, "?limit=10");
        var second = await DotsAsync(HttpMethod.Get, $"?limit=10&starting_after={first.Ids[^1]}");
        var third = await DotsAsync(HttpMethod.Get, $"?limit=10&starting_after={second.Ids[^1]}");

        Assert.True((bool)first.Json["has_more"]!);
        Assert.False((bool)second.Json["has_more"]!);
        Assert.Equal("""{"data":[],"has_more":false}""", third.Text);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Without_a_limit_the_page_has_the_configured_size(int size)
    {
        Emulator.Configure(options => options with { DotsDefaultPageSize = size });
        Seed(30);

        Assert.Equal(size, (await DotsAsync(HttpMethod.Get)).Ids.Count);
    }

    [Theory]
    [InlineData("?limit=0", "limit must be between 1 and 100")]
    [InlineData("?limit=101", "limit must be between 1 and 100")]
    [InlineData("?limit=-1", "limit must be between 1 and 100")]
    [InlineData("?limit=ten", "limit must be between 1 and 100")]
    [InlineData("?limit=", "limit must be between 1 and 100")]
    [InlineData("?limit=5&limit=6", "limit must be between 1 and 100")]
    [InlineData("?starting_after=nobody", "starting_after is not a known payment customer")]
    [InlineData("?ending_before=nobody", "ending_before is not a known payment customer")]
    [InlineData("?starting_after=a&ending_before=b", "Provide only one of starting_after and ending_before")]
    [InlineData("?email=a%40example.com", "Unknown query parameter: email")]
    public async Task An_undocumented_query_is_400(string query, string message)
    {
        var answer = await DotsAsync(HttpMethod.Get, query);

        Assert.Equal(400, answer.Status);
        Assert.Equal(message, answer["message"]);
    }

    [Fact]
    public async Task A_customer_of_another_account_is_refused_as_a_cursor()
    {
        var id = (await DotsAsync(HttpMethod.Post, body: Person, authorization: Basic("other:key"))).Id;

        Assert.Equal(400, (await DotsAsync(HttpMethod.Get, $"?starting_after={id}")).Status);
    }

    [Fact]
    public async Task A_list_has_the_complete_customers_of_its_own_account_only()
    {
        await DotsAsync(HttpMethod.Post, body: Person, authorization: Basic("other:key"));
        var id = (await CreateDotsAsync()).Id;

        var page = await DotsAsync(HttpMethod.Get);

        Assert.Equal([id], page.Ids);
        Assert.Equal((await DotsAsync(HttpMethod.Get, "/" + id)).Text, page.Json["data"]![0]!.ToJsonString(EmulatorTestJson.Relaxed));
    }

    private List<string> Seed(int count)
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Dots, Count = count });
        return [.. Emulator.Store.DotsCustomers.Select(customer => customer.Id)];
    }
}
