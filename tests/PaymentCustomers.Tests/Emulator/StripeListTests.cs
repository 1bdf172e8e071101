using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class StripeListTests : EmulatorTest
{
    private readonly TestClock _time = new();

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Fact]
    public async Task The_newest_customers_come_first_in_pages_of_ten()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 12 });

        var page = await ListAsync("");

        Assert.Equal(NewestFirst()[..10], page.Ids);
        Assert.Equal(("list", "true", "/v1/customers"), (page["object"], page["has_more"], page["url"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Consecutive_pages_show_every_customer_once(int limit)
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 23 });
        var seen = new List<string>();
        Answer page;
        do
        {
            page = await ListAsync($"?limit={limit}" + (seen.Count == 0 ? "" : "&starting_after=" + seen[^1]));
            seen.AddRange(page.Ids);
        }
        while (page["has_more"] == "true");

        Assert.Equal(NewestFirst(), seen);
    }

    [Fact]
    public async Task Pages_can_be_read_backwards()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 9 });
        var all = NewestFirst();

        var page = await ListAsync($"?limit=3&ending_before={all[5]}");
        var first = await ListAsync($"?limit=3&ending_before={all[2]}");

        Assert.Equal(all[2..5], page.Ids);
        Assert.Equal(all[..2], first.Ids);
        Assert.Equal(("true", "false"), (page["has_more"], first["has_more"]));
        Assert.Empty((await ListAsync($"?ending_before={all[0]}")).Ids);
    }

    [Fact]
    public async Task The_email_filter_compares_exactly()
    {
        var one = (await CreateStripeAsync("email=ana%40example.com")).Id;
        await CreateStripeAsync("email=Ana%40example.com");
        await CreateStripeAsync("email=ana%40example.co");
        var two = (await CreateStripeAsync("email=ana%40example.com")).Id;

        Assert.Equal([two, one], (await ListAsync("?email=ana%40example.com")).Ids);
        Assert.Equal([one], (await ListAsync($"?email=ana%40example.com&starting_after={two}")).Ids);
    }

    [Fact]
    public async Task The_email_filter_takes_updates_and_deletes_into_account()
    {
        var old = (await CreateStripeAsync("email=a")).Id;
        var middle = (await CreateStripeAsync("email=b")).Id;
        var last = (await CreateStripeAsync("email=a")).Id;
        await StripeAsync(HttpMethod.Post, "/" + middle, "email=a");
        Assert.Equal([last, middle, old], (await ListAsync("?email=a")).Ids);
        Assert.Empty((await ListAsync("?email=b")).Ids);

        await StripeAsync(HttpMethod.Delete, "/" + middle);
        await StripeAsync(HttpMethod.Post, "/" + old, "email=");

        Assert.Equal([last], (await ListAsync("?email=a")).Ids);
    }

    [Fact]
    public async Task A_cursor_does_not_have_to_match_the_filters()
    {
        var ids = new List<string>();
        foreach (var email in new[] { "a", "b", "a", "b", "a" })
            ids.Add((await CreateStripeAsync("email=" + email)).Id);

        Assert.Equal([ids[2], ids[0]], (await ListAsync($"?email=a&starting_after={ids[3]}")).Ids);
        Assert.Equal([ids[4], ids[2]], (await ListAsync($"?email=a&ending_before={ids[1]}")).Ids);
    }

    [Theory]
    [InlineData("created[gte]={0}", "2 1")]
    [InlineData("created[gt]={0}", "2")]
    [InlineData("created[lte]={0}", "1 0")]
    [InlineData("created[lt]={0}", "0")]
    [InlineData("created={0}", "1")]
    [InlineData("created[gte]={0}&created[lte]={0}", "1")]
    [InlineData("created[gte]={0}&limit=1", "2")]
    public async Task Customers_can_be_filtered_by_their_creation_time(string query, string expected)
    {
        var ids = new List<string>();
        var second = 0L;
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await CreateStripeAsync()).Id);
            if (i == 1)
                second = _time.GetUtcNow().ToUnixTimeSeconds();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await ListAsync("?" + query.Replace("{0}", second.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(' ', page.Ids.Select(id => ids.IndexOf(id))));
        Assert.Equal(query.Contains("limit", StringComparison.Ordinal) ? "true" : "false", page["has_more"]);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=ten", "limit")]
    [InlineData("?limit=1&limit=2", "limit")]
    [InlineData("?page=2", "page")]
    [InlineData("?created[after]=1", "created[after]")]
    [InlineData("?created[gt]=today", "created[gt]")]
    [InlineData("?starting_after=cus_nobody", "starting_after")]
    [InlineData("?ending_before=cus_nobody", "ending_before")]
    [InlineData("?starting_after=a&ending_before=b", "ending_before")]
    public async Task An_invalid_query_is_400(string query, string param)
    {
        var answer = await ListAsync(query);

        Assert.Equal((400, "invalid_request_error", param), (answer.Status, answer.Error("type"), answer.Error("param")));
    }

    [Fact]
    public async Task New_customers_can_appear_late_and_lists_can_be_limited()
    {
        Emulator.Configure(options => options with { ListLagMs = 5000, ListCap = 1 });
        var old = (await CreateStripeAsync()).Id;
        Assert.Empty((await ListAsync("")).Ids);
        Assert.Equal(200, (await StripeAsync(HttpMethod.Get, "/" + old)).Status);
        _time.Advance(TimeSpan.FromSeconds(5));
        var middle = (await CreateStripeAsync()).Id;
        _time.Advance(TimeSpan.FromSeconds(5));
        await CreateStripeAsync();

        var page = await ListAsync("");

        Assert.Equal(middle, Assert.Single(page.Ids));
        Assert.Equal("false", page["has_more"]);
    }

    [Theory]
    [InlineData(ListEnding.TooEarly, 2, "false")]
    [InlineData(ListEnding.SamePage, 2, "true")]
    [InlineData(ListEnding.NewPages, 5, "true")]
    public async Task A_list_can_have_a_wrong_end(ListEnding ending, int count, string hasMore)
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 7 });
        Emulator.Configure(options => options with { ListEnding = ending });
        var limit = ending == ListEnding.NewPages ? 5 : 2;
        var cursor = NewestFirst()[ending == ListEnding.NewPages ? 6 : 3];

        var page = await ListAsync($"?limit={limit}&starting_after={cursor}");

        Assert.Equal((count, hasMore), (page.Ids.Count, page["has_more"]));
        Assert.Equal(ending == ListEnding.SamePage, page.Ids[0] == NewestFirst()[0]);
        if (ending == ListEnding.NewPages)
            Assert.Equal(200, (await ListAsync($"?limit={limit}&starting_after={page.Ids[^1]}")).Status);
    }

    private string[] NewestFirst() => [.. Emulator.Store.StripeCustomers.Reverse().Select(customer => customer.Id)];

    private Task<Answer> ListAsync(string query) => StripeAsync(HttpMethod.Get, query);
}
