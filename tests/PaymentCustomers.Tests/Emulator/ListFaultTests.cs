using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Lists that are wrong or incomplete.</summary>
public sealed class ListFaultTests : EmulatorTest
{
    private readonly FakeTimeProvider _time = new();

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Theory]
    [InlineData(DotsListMetadata.Omitted, null)]
    [InlineData(DotsListMetadata.Null, null)]
    [InlineData(DotsListMetadata.Empty, "{}")]
    [InlineData(DotsListMetadata.Text, "none")]
    [InlineData(DotsListMetadata.AsGiven, """{"payment_customers_key":"k"}""")]
    public async Task Dots_can_show_metadata_in_other_forms_in_lists_only(DotsListMetadata form, string? shown)
    {
        var id = (await CreateDotsAsync(With(Person, "metadata", """{"payment_customers_key":"k"}"""))).Id;
        Emulator.Configure(options => options with { DotsListMetadata = form });

        var customer = (await DotsAsync(HttpMethod.Get)).Json["data"]![0]!.AsObject();

        Assert.Equal(shown, customer["metadata"]?.ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(form != DotsListMetadata.Omitted, customer.ContainsKey("metadata"));
        Assert.Equal("k", (string?)(await DotsAsync(HttpMethod.Get, "/" + id)).Json["metadata"]!["payment_customers_key"]);
    }

    [Fact]
    public async Task New_customers_can_be_missing_in_lists_for_a_while_but_are_found_by_id_at_once()
    {
        Emulator.Configure(options => options with { ListLagMs = 5000 });
        var old = (await CreateDotsAsync()).Id;
        await CreateOnePayAsync();
        _time.Advance(TimeSpan.FromMilliseconds(3000));
        var young = (await CreateDotsAsync()).Id;

        Assert.Empty((await DotsAsync(HttpMethod.Get)).Ids);
        Assert.Empty((await OnePayAsync(HttpMethod.Get, "?document_number=1060500333")).Ids);
        Assert.Equal(200, (await DotsAsync(HttpMethod.Get, "/" + young)).Status);
        _time.Advance(TimeSpan.FromMilliseconds(2000));
        Assert.Equal([old], (await DotsAsync(HttpMethod.Get)).Ids);
        Assert.Single((await OnePayAsync(HttpMethod.Get)).Ids);
        Assert.Equal(400, (await DotsAsync(HttpMethod.Get, "?starting_after=" + young)).Status);
        _time.Advance(TimeSpan.FromMilliseconds(3000));
        Assert.Equal([old, young], (await DotsAsync(HttpMethod.Get)).Ids);
    }

    [Theory]
    [InlineData(ListOrder.OldestFirst, 0)]
    [InlineData(ListOrder.NewestFirst, 20)]
    public async Task The_number_of_customers_in_a_list_can_be_limited(ListOrder order, int first)
    {
        Seed(EmulatedProvider.Dots, 30);
        Seed(EmulatedProvider.OnePay, 30);
        Emulator.Configure(options => options with { ListCap = 10, DotsListOrder = order, OnePayListOrder = order });

        var dots = await DotsAsync(HttpMethod.Get, "?limit=7");
        var rest = await DotsAsync(HttpMethod.Get, "?limit=7&starting_after=" + dots.Ids[^1]);
        var onePay = await OnePayAsync(HttpMethod.Get);

        Assert.Equal((true, false), ((bool)dots.Json["has_more"]!, (bool)rest.Json["has_more"]!));
        Assert.Equal(
            Emulator.Store.DotsCustomers.Skip(first).Take(10).Select(customer => customer.Id),
            order == ListOrder.OldestFirst ? dots.Ids.Concat(rest.Ids) : dots.Ids.Concat(rest.Ids).Reverse());
        Assert.Equal((10, 10, 1), (onePay.Ids.Count, (int)onePay.Json["total"]!, (int)onePay.Json["last_page"]!));
        Assert.Equal(400, (await DotsAsync(HttpMethod.Get, "?starting_after=" + Emulator.Store.DotsCustomers[first == 0 ? 10 : 0].Id)).Status);
    }

    [Fact]
    public async Task Every_page_can_say_that_it_is_the_last()
    {
        Seed(EmulatedProvider.Dots, 30);
        Seed(EmulatedProvider.OnePay, 50);
        Emulator.Configure(options => options with { ListEnding = ListEnding.TooEarly });

        var dots = await DotsAsync(HttpMethod.Get);
        var second = await OnePayAsync(HttpMethod.Get, "?page=2");
        Emulator.Configure(options => options with { OnePayPageShape = OnePayPageShape.Simple });
        var simple = await OnePayAsync(HttpMethod.Get);

        Assert.Equal((10, false), (dots.Ids.Count, (bool)dots.Json["has_more"]!));
        Assert.Equal((15, 2, 30), (second.Ids.Count, (int)second.Json["last_page"]!, (int)second.Json["total"]!));
        Assert.Null(simple.Json["next_page_url"]);
    }

    [Fact]
    public async Task A_list_can_return_the_same_page_without_end()
    {
        Seed(EmulatedProvider.Dots, 15);
        Seed(EmulatedProvider.OnePay, 30);
        Emulator.Configure(options => options with { ListEnding = ListEnding.SamePage });

        var first = await DotsAsync(HttpMethod.Get);
        var next = await DotsAsync(HttpMethod.Get, "?starting_after=" + first.Ids[^1]);
        var one = await OnePayAsync(HttpMethod.Get);
        var seventh = await OnePayAsync(HttpMethod.Get, "?page=7");

        Assert.Equal(first.Text, next.Text);
        Assert.True((bool)next.Json["has_more"]!);
        Assert.Equal(one.Ids, seventh.Ids);
        Assert.Equal((7, 8), ((int)seventh.Json["current_page"]!, (int)seventh.Json["last_page"]!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task A_list_can_return_new_pages_without_end(int count)
    {
        Seed(EmulatedProvider.Dots, count);
        Seed(EmulatedProvider.OnePay, count);
        Emulator.Configure(options => options with { ListEnding = ListEnding.NewPages });

        List<string> dots = [], onePay = [];
        for (var page = 1; page <= 5; page++)
        {
            var answer = await DotsAsync(HttpMethod.Get, "?limit=10" + (dots.Count == 0 ? "" : $"&starting_after={dots[^1]}"));
            Assert.Equal((10, true), (answer.Ids.Count, (bool)answer.Json["has_more"]!));
            dots.AddRange(answer.Ids);
            var numbered = await OnePayAsync(HttpMethod.Get, $"?per_page=10&page={page}");
            Assert.Equal((10, page + 1), (numbered.Ids.Count, (int)numbered.Json["last_page"]!));
            onePay.AddRange(numbered.Ids);
        }

        Assert.Equal((50, 50), (dots.Distinct().Count(), onePay.Distinct().Count()));
        Assert.Equal(Emulator.Store.DotsCustomers.Select(customer => customer.Id), dots.Take(count));
        Assert.Equal(Emulator.Store.OnePayCustomers.Select(customer => customer.Id), onePay.Take(count));
        Assert.Equal(count, Emulator.Store.DotsCount);
    }

    [Theory]
    [InlineData("emptyData", """{"data":[],"has_more":true}""")]
    [InlineData("nullData", """{"data":null,"has_more":true}""")]
    [InlineData("noData", """{"has_more":true}""")]
    [InlineData("successFalse", """{"success":false,"message":"The request failed"}""")]
    public async Task A_page_can_be_without_customers(string change, string expected)
    {
        Seed(EmulatedProvider.Dots, 11);
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Altered, Moment = FaultMoment.After, Change = change });

        var answer = await DotsAsync(HttpMethod.Get);

        Assert.Equal((200, expected), (answer.Status, answer.Text));
        Assert.Equal(200, (await OnePayAsync(HttpMethod.Get)).Status);
    }

    [Theory]
    [InlineData("noIds", null)]
    [InlineData("sameIds", "00000000-0000-4000-8000-000000000001")]
    public async Task The_customers_of_a_page_can_all_have_no_id_or_the_same_id(string change, string? id)
    {
        Seed(EmulatedProvider.Dots, 3);
        Seed(EmulatedProvider.OnePay, 3);
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Altered, Moment = FaultMoment.After, Change = change });

        var dots = (await DotsAsync(HttpMethod.Get)).Json["data"]!.AsArray();
        var onePay = (await OnePayAsync(HttpMethod.Get)).Json["data"]!.AsArray();

        Assert.All(dots.Concat(onePay), customer => Assert.Equal(id, (string?)customer!["id"]));
        Assert.All(dots.Concat(onePay), customer => Assert.NotNull(customer!["email"]));
        Assert.Equal((3, 3), (dots.Count, onePay.Count));
    }

    [Theory]
    [InlineData(OnePayPageNumbers.AlwaysFirst, "1 3 15 40")]
    [InlineData(OnePayPageNumbers.Zeros, "0 0 0 0")]
    [InlineData(OnePayPageNumbers.Texts, "\"2\" \"3\" \"15\" \"40\"")]
    public async Task The_page_numbers_can_be_wrong(OnePayPageNumbers form, string expected)
    {
        Seed(EmulatedProvider.OnePay, 40);
        Emulator.Configure(options => options with { OnePayPageNumbers = form });

        var page = await OnePayAsync(HttpMethod.Get, "?page=2");

        Assert.Equal(Emulator.Store.OnePayCustomers.Skip(15).Take(15).Select(customer => customer.Id), page.Ids);
        Assert.Equal(expected, string.Join(' ', new[] { "current_page", "last_page", "per_page", "total" }.Select(name => page.Json[name]!.ToJsonString())));
    }

    private void Seed(EmulatedProvider provider, int count) => Emulator.Store.Seed(new SeedRequest { Provider = provider, Count = count });
}
