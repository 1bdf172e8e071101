using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayListTests : EmulatorTest
{
    [Theory]
    [InlineData(OnePayPageShape.Flat, """{"data":[],"current_page":1,"last_page":1,"per_page":15,"total":0,"from":null,"to":null}""")]
    [InlineData(OnePayPageShape.Simple, """{"data":[],"current_page":1,"next_page_url":null,"prev_page_url":null,"per_page":15,"from":null,"to":null}""")]
    [InlineData(OnePayPageShape.Meta, """{"data":[],"meta":{"current_page":1,"last_page":1,"per_page":15,"total":0}}""")]
    public async Task An_empty_list_has_the_configured_shape(OnePayPageShape shape, string expected)
    {
        Emulator.Configure(options => options with { OnePayPageShape = shape });

        Assert.Equal(expected, (await OnePayAsync(HttpMethod.Get)).Text);
    }

    [Theory]
    [InlineData(OnePayPageShape.Flat, ListOrder.OldestFirst)]
    [InlineData(OnePayPageShape.Flat, ListOrder.NewestFirst)]
    [InlineData(OnePayPageShape.Meta, ListOrder.OldestFirst)]
    public async Task Counting_pages_up_to_the_last_returns_every_customer_exactly_once(OnePayPageShape shape, ListOrder order)
    {
        Emulator.Configure(options => options with { OnePayPageShape = shape, OnePayListOrder = order });
        var expected = Seed(1234);
        if (order == ListOrder.NewestFirst)
            expected.Reverse();

        var seen = new List<string>();
        int page = 1, last;
        do
        {
            var answer = await OnePayAsync(HttpMethod.Get, $"?page={page}&per_page=100");
            var numbers = shape == OnePayPageShape.Flat ? answer.Json : answer.Json["meta"]!;
            Assert.Equal(page, (int)numbers["current_page"]!);
            Assert.Equal(1234, (int)numbers["total"]!);
            last = (int)numbers["last_page"]!;
            seen.AddRange(answer.Ids);
        }
        while (page++ < last);

        Assert.Equal(13, last);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Following_next_page_url_returns_every_customer_exactly_once()
    {
        Emulator.Configure(options => options with { OnePayPageShape = OnePayPageShape.Simple });
        var expected = Seed(1234);

        var seen = new List<string>();
        JsonNode? next = "?per_page=100";
        for (var page = 1; next is not null; page++)
        {
            var answer = await OnePayAsync(HttpMethod.Get, ((string)next!).Replace($"{Emulator.OnePayBaseUri}/customers", "", StringComparison.Ordinal));
            Assert.Null(answer.Json["total"]);
            Assert.Equal(page == 1 ? null : $"{Emulator.OnePayBaseUri}/customers?page={page - 1}&per_page=100", (string?)answer.Json["prev_page_url"]);
            Assert.Equal(seen.Count + 1, (int)answer.Json["from"]!);
            seen.AddRange(answer.Ids);
            Assert.Equal(seen.Count, (int)answer.Json["to"]!);
            next = answer.Json["next_page_url"];
        }

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("", 15, 1)]
    [InlineData("?per_page=7", 7, 1)]
    [InlineData("?per_page=1000", 100, 1)]
    [InlineData("?per_page=0", 15, 1)]
    [InlineData("?per_page=many&page=none", 15, 1)]
    [InlineData("?page=2", 15, 2)]
    public async Task Page_sizes_are_limited_and_invalid_ones_are_ignored(string query, int size, int page)
    {
        Seed(150);

        var answer = await OnePayAsync(HttpMethod.Get, query);

        Assert.Equal(200, answer.Status);
        Assert.Equal((size, size, page), (answer.Ids.Count, (int)answer.Json["per_page"]!, (int)answer.Json["current_page"]!));
    }

    [Theory]
    [InlineData("?page=99")]
    [InlineData("?page=2147483647&per_page=100")]
    public async Task A_page_after_the_last_is_empty(string query)
    {
        Seed(20);

        var answer = await OnePayAsync(HttpMethod.Get, query);

        Assert.Empty(answer.Ids);
        Assert.Null(answer.Json["from"]);
    }

    [Fact]
    public async Task The_default_page_size_can_be_configured()
    {
        Emulator.Configure(options => options with { OnePayDefaultPageSize = 3 });
        Seed(5);

        Assert.Equal(3, (await OnePayAsync(HttpMethod.Get)).Ids.Count);
    }

    [Fact]
    public async Task A_deleted_customer_is_on_no_page()
    {
        var ids = Seed(30);
        foreach (var id in ids.Where((_, index) => index % 2 == 0))
            Assert.Equal(204, (await OnePayAsync(HttpMethod.Delete, "/" + id)).Status);

        Assert.Equal(ids.Where((_, index) => index % 2 == 1), (await OnePayAsync(HttpMethod.Get, "?per_page=100")).Ids);
    }

    private List<string> Seed(int count)
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = count });
        return [.. Emulator.Store.OnePayCustomers.Select(customer => customer.Id)];
    }
}
