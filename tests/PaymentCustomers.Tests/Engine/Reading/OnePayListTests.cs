using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class OnePayListTests
{
    // The three shapes of a list of two pages, from contracts/onepay.md, "List".
    private const string Flat = """{"data":[%DATA%],"current_page":%PAGE%,"last_page":2,"per_page":2,"total":3,"from":1,"to":2}""";
    private const string Simple = """{"data":[%DATA%],"current_page":%PAGE%,"next_page_url":%NEXT%,"prev_page_url":null,"per_page":2,"from":1,"to":2}""";
    private const string WithMeta = """{"data":[%DATA%],"meta":{"current_page":%PAGE%,"last_page":2,"per_page":2,"total":3}}""";
    private const string Bare = """{"data":[%DATA%]}""";

    [Theory]
    [InlineData(Flat)]
    [InlineData(Simple)]
    [InlineData(WithMeta)]
    public async Task Every_page_is_read_in_each_shape(string shape)
    {
        await using var server = new ScriptedServer(Page(shape, 1, "a", "b"), Page(shape, 2, "c"));

        Assert.Equal([["a", "b"], ["c"]], await Listing.PagesAsync("OnePay", server));
        Assert.Equal(["page=1&per_page=100", "page=2&per_page=100"], Listing.Queries(server));
    }

    // Customers are parsed when they are used, which may be in several threads at once, or long after the page was read.
    [Fact]
    public async Task Listed_customers_can_be_used_later_and_by_several_threads()
    {
        var seen = new List<PaymentCustomer>();
        var all = Enumerable.Range(1, 2000).Select(number => $"{number}").ToArray();
        await using (var server = new ScriptedServer(Page(Flat, 1, all), Page(Flat, 2)))
        {
            await foreach (var page in Listing.Read("OnePay", server))
                seen.AddRange(page.Customers);
        }

        using var together = new Barrier(2);
        var ids = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return seen.Select(customer => (customer.Email, customer.Id, customer.Email)).ToArray();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(all, ids[0].Select(one => one.Id));
        Assert.Equal(ids[0], ids[1]);
    }

    [Theory]
    [InlineData(Flat, 3)]
    [InlineData(WithMeta, 3)]
    [InlineData(Simple, null)]
    [InlineData(Bare, null)]
    public async Task A_page_has_the_total_number_of_customers_if_the_server_sends_it(string shape, int? total)
    {
        await using var server = new ScriptedServer(Page(shape, 1, "a"), Page(shape, 2));

        await foreach (var page in Listing.Read("OnePay", server))
        {
            Assert.Equal(total, page.Total);
            break;
        }
    }

    [Theory]
    [InlineData(Bare)]
    [InlineData("""{"data":[%DATA%],"current_page":%PAGE%}""")]
    [InlineData("""{"data":[%DATA%],"last_page":null,"next_page_url":"https://x/?page=2"}""")]
    [InlineData("""{"data":[%DATA%],"current_page":"%PAGE%","last_page":"none","total":"many"}""")]
    [InlineData("""{"data":[%DATA%],"current_page":%PAGE%,"last_page":-1,"links":[{"url":null}],"meta":null}""")]
    public async Task An_empty_page_ends_a_list_that_does_not_say_where_it_ends(string shape)
    {
        await using var server = new ScriptedServer(Page(shape, 1, "a"), Page(shape, 2, "b"), Page(shape, 3));

        Assert.Equal([["a"], ["b"], []], await Listing.PagesAsync("OnePay", server));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[],"current_page":1,"last_page":7}""")]
    [InlineData("""{"data":[],"next_page_url":"https://x/?page=2"}""")]
    public async Task A_list_without_customers_is_one_empty_page(string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        Assert.Equal([[]], await Listing.PagesAsync("OnePay", server));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Page_numbers_may_be_texts()
    {
        await using var server = new ScriptedServer(Answer.Json("""{"data":[{"id":"a"}],"current_page":"1","last_page":"1","total":"1"}"""));

        var pages = new List<CustomerPage>();
        await foreach (var page in Listing.Read("OnePay", server))
            pages.Add(page);

        Assert.Equal((1, 1, 1L), (pages.Single().CurrentPage, pages.Single().LastPage, pages.Single().Total));
    }

    [Theory]
    [InlineData(Flat)]
    [InlineData(Simple)]
    [InlineData(WithMeta)]
    public async Task A_server_that_returns_a_page_other_than_the_requested_one_causes_an_error(string shape)
    {
        await using var server = new ScriptedServer(Page(shape, 1, "a"), Page(shape, 1, "b"), Page(shape, 1, "c"));

        var (ids, error) = await Listing.FailAsync("OnePay", server);

        Assert.Equal(["a"], ids);
        Assert.Equal(PaymentErrorId.ResponseInvalid, error.Id);
        Assert.Equal("The customer list of OnePay could not be read completely: page 2 was requested, but the provider returned page 1.", error.Message);
        Assert.Equal("The customers before this point were read. Report the problem to the provider with the request id.", error.RecommendedAction);
    }

    [Fact]
    public async Task A_server_that_returns_the_same_page_again_causes_an_error()
    {
        await using var server = new ScriptedServer(Page(Bare, 1, "a", "b"), Page(Bare, 2, "c", "d"), Page(Bare, 3, "a", "b"));

        var (ids, error) = await Listing.FailAsync("OnePay", server);

        Assert.Equal(["a", "b", "c", "d"], ids);
        Assert.Equal("The customer list of OnePay could not be read completely: the provider returned the same page twice, so the list would never end.", error.Message);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("a b&c=d", "page=1&per_page=100&document_number=a%20b%26c%3Dd")]
    [InlineData("1060500333", "page=1&per_page=100&document_number=1060500333")]
    public async Task The_document_filter_is_sent_to_the_server(string number, string query)
    {
        await using var server = new ScriptedServer(Answer.Json("""{"data":[]}"""));

        await Listing.PagesAsync("OnePay", server, new CustomerFilter { DocumentNumber = number, Email = "ana@example.co", Phone = "+573001234567" });

        Assert.Equal([query], Listing.Queries(server));
    }

    private static Answer Page(string shape, int number, params string[] ids) => Answer.Json(shape
        .Replace("%DATA%", string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}""")), StringComparison.Ordinal)
        .Replace("%PAGE%", $"{number}", StringComparison.Ordinal)
        .Replace("%NEXT%", number == 2 ? "null" : "\"https://api.onepay.la/v1/customers?page=2\"", StringComparison.Ordinal));
}
