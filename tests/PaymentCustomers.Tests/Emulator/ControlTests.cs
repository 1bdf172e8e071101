using System.Text;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class ControlTests : EmulatorTest
{
    [Fact]
    public async Task The_overview_shows_the_counts_and_the_addresses()
    {
        await CreateDotsAsync();
        await CreateOnePayAsync();
        await CreateOnePayAsync("{}");

        var overview = (await ControlAsync(HttpMethod.Get)).Json;

        Assert.Equal(Emulator.Address.AbsoluteUri, (string?)overview["address"]);
        Assert.Equal((1, $"{Emulator.Address}dots/api"), ((int)overview["providers"]!["dots"]!["customers"]!, (string?)overview["providers"]!["dots"]!["baseUri"]));
        Assert.Equal((1, $"{Emulator.Address}onepay/v1"), ((int)overview["providers"]!["onepay"]!["customers"]!, (string?)overview["providers"]!["onepay"]!["baseUri"]));
        Assert.Equal(3, (int)overview["requests"]!);
        Assert.Equal("flat", (string?)overview["options"]!["onePayPageShape"]);
        Assert.Null(overview["options"]!["faults"]);
    }

    [Fact]
    public async Task Customers_are_shown_completely_in_order_with_their_key_and_account()
    {
        var one = await CreateOnePayAsync(With(Natural, "related_to", "\"r\""), key: "a");
        var two = await CreateOnePayAsync(key: "b", bearer: "sk_live_other");

        var answer = await ControlAsync(HttpMethod.Get, "/customers?provider=onepay");

        Assert.Equal(
            one.Text[..^1] + ""","user_type":"natural","enable_notifications":false,"related_to":"r","_key":"a","_account":1}""",
            answer.Json[0]!.ToJsonString(EmulatorTestJson.Relaxed));
        Assert.Equal((two.Id, "b", 2), ((string)answer.Json[1]!["id"]!, (string)answer.Json[1]!["_key"]!, (int)answer.Json[1]!["_account"]!));
        Assert.DoesNotContain("sk_", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_of_Dots_show_the_key_from_their_metadata()
    {
        await CreateDotsAsync(With(Person, "metadata", """{"payment_customers_key":"k"}"""));
        await CreateDotsAsync();

        var customers = (await ControlAsync(HttpMethod.Get, "/customers?provider=dots")).Json;

        Assert.Equal("k", (string?)customers[0]!["_key"]);
        Assert.Null(customers[1]!["_key"]);
        Assert.Equal("Muñoz", (string?)customers[1]!["last_name"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?provider=paypal")]
    public async Task A_request_for_customers_without_a_known_provider_is_400(string query)
    {
        var answer = await ControlAsync(HttpMethod.Get, "/customers" + query);

        Assert.Equal((400, "provider must be dots or onepay or stripe."), (answer.Status, answer["message"]));
    }

    [Fact]
    public async Task Twenty_thousand_customers_are_shown_completely()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Dots, Count = 20_000 });

        Assert.Equal(20_000, (await ControlAsync(HttpMethod.Get, "/customers?provider=dots")).Json.AsArray().Count);
    }

    [Fact]
    public async Task Requests_are_recorded_exactly_as_received()
    {
        await OnePayAsync(HttpMethod.Get, "?page=1&document_number=%C3%B1");
        var body = Natural + " \n";
        await CreateOnePayAsync(body, key: "Key-1");
        await DotsAsync(HttpMethod.Get, "/nobody");

        var requests = (await ControlAsync(HttpMethod.Get, "/requests")).Json;

        Assert.Equal(3, requests.AsArray().Count);
        Assert.Equal("page=1&document_number=%C3%B1", (string?)requests[0]!["query"]);
        Assert.Equal(("onepay", "list", "GET", "/onepay/v1/customers", 200), Line(requests[0]!));
        Assert.Equal(("onepay", "create", "POST", "/onepay/v1/customers", 201), Line(requests[1]!));
        Assert.Equal(("dots", "retrieve", "GET", "/dots/api/v2/payment-customers/nobody", 404), Line(requests[2]!));
        Assert.Equal(body, (string?)requests[1]!["body"]);
        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), (string?)requests[1]!["bodyBase64"]);
        Assert.Equal("Key-1", (string?)requests[1]!["headers"]!["x-idempotency"]);
        Assert.Null(requests[1]!["fault"]);

        static (string?, string?, string?, string?, int) Line(System.Text.Json.Nodes.JsonNode request) => (
            (string?)request["provider"], (string?)request["operation"], (string?)request["method"], (string?)request["path"], (int)request["status"]!);
    }

    [Fact]
    public async Task Requests_are_still_counted_when_recording_is_switched_off()
    {
        Emulator.Configure(options => options with { RecordRequests = false });

        await CreateOnePayAsync();

        Assert.Empty(Emulator.Store.Requests);
        Assert.Equal(1, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task Clearing_removes_customers_requests_and_keys_but_keeps_the_options()
    {
        await ControlAsync(HttpMethod.Patch, "/options", """{"onePayCreateStatus":200}""");
        var before = await CreateOnePayAsync(key: "k");
        await CreateDotsAsync();

        var cleared = await ControlAsync(HttpMethod.Delete);

        Assert.Equal(200, cleared.Status);
        Assert.Equal((0, 0, 0L), (Emulator.Store.DotsCount, Emulator.Store.OnePayCount, Emulator.Store.RequestCount));
        var after = await CreateOnePayAsync(key: "k");
        Assert.Equal(200, after.Status);
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public async Task A_shutdown_request_is_answered_before_the_emulator_stops()
    {
        var ended = Emulator.WaitForShutdownAsync(Cancelled);
        Assert.False(ended.IsCompleted);

        Assert.Equal(202, (await ControlAsync(HttpMethod.Post, "/shutdown")).Status);

        await ended;
        await Assert.ThrowsAsync<HttpRequestException>(() => ControlAsync(HttpMethod.Get));
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_shutdown()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var ended = Emulator.WaitForShutdownAsync(source.Token);
        await source.CancelAsync();

        await ended;
        Assert.Equal(200, (await ControlAsync(HttpMethod.Get)).Status);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/options")]
    public async Task An_unknown_control_path_is_404(string method, string path)
    {
        var answer = await ControlAsync(HttpMethod.Parse(method), path);

        Assert.Equal((404, $"No such control: {method} /_emulator{path}"), (answer.Status, answer["message"]));
    }

    [Fact]
    public async Task Requests_to_the_control_are_not_recorded()
    {
        await ControlAsync(HttpMethod.Get);

        Assert.Equal(0, Emulator.Store.RequestCount);
    }
}
