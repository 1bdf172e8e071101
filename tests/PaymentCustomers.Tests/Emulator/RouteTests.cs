using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class RouteTests : EmulatorTest
{
    [Theory]
    [InlineData("dots/api/v2/payment-customer")]
    [InlineData("dots/api/v2/payment-customers/a/b")]
    [InlineData("dots/api/v2/payment-customers/")]
    [InlineData("dots/api/v2/payment-customersx")]
    [InlineData("dots/api/payment-customers")]
    public async Task An_unknown_path_of_Dots_returns_the_404_of_Dots(string path)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        Assert.Equal(404, answer.Status);
        Assert.Equal("""{"success":false,"message":"Resource not found"}""", answer.Text);
    }

    [Fact]
    public async Task An_unknown_path_of_OnePay_returns_the_404_of_OnePay()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "onepay/v1/customer");
        request.Headers.Add("Accept", "application/json");

        var answer = await SendAsync(request);

        Assert.Equal((404, "route_not_found"), (answer.Status, answer["code_name"]));
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "/3c90c3cc-0d44-4b50-8888-8dd25736052a")]
    [InlineData("PATCH", "/3c90c3cc-0d44-4b50-8888-8dd25736052a")]
    public async Task An_operation_that_Dots_does_not_have_is_405(string method, string path)
    {
        var answer = await DotsAsync(HttpMethod.Parse(method), path);

        Assert.Equal(405, answer.Status);
        Assert.Equal("Method not allowed", answer["message"]);
    }

    [Theory]
    [InlineData("PUT", "/x")]
    [InlineData("POST", "/x")]
    [InlineData("DELETE", "")]
    public async Task An_operation_that_OnePay_does_not_have_is_405(string method, string path)
    {
        var answer = await OnePayAsync(HttpMethod.Parse(method), path);

        Assert.Equal((405, "method_not_allowed"), (answer.Status, answer["code_name"]));
    }

    [Theory]
    [InlineData("v2/payment-customers")]
    [InlineData("onepay")]
    [InlineData("onepayx/v1/customers")]
    [InlineData("")]
    public async Task A_path_of_no_provider_is_404_and_recorded_without_a_provider(string path)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        Assert.Equal(404, answer.Status);
        Assert.Equal("No provider is here. They are below /dots/, /onepay/, /stripe/.", answer["message"]);
        var request = Assert.Single(Emulator.Store.Requests);
        Assert.Equal((null, EmulatedOperation.Other, 404), (request.Provider, request.Operation, request.Status));
    }

    [Fact]
    public async Task Paths_of_one_provider_below_the_name_of_another_are_404()
    {
        Assert.Equal(404, (await SendAsync(new HttpRequestMessage(HttpMethod.Get, "dots/v1/customers"))).Status);
        Assert.Equal(404, (await SendAsync(new HttpRequestMessage(HttpMethod.Get, "onepay/api/v2/payment-customers"))).Status);
        Assert.Equal([EmulatedProvider.Dots, EmulatedProvider.OnePay], Emulator.Store.Requests.Select(request => request.Provider));
    }

    [Fact]
    public async Task Dots_and_OnePay_also_answer_at_paths_without_their_names()
    {
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, "api/v2/payment-customers"));
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, "v1/customers"));

        Assert.Equal(
            [(EmulatedProvider.Dots, EmulatedOperation.List), (EmulatedProvider.OnePay, EmulatedOperation.List)],
            Emulator.Store.Requests.Select(request => (request.Provider!, request.Operation)));
    }

    [Fact]
    public async Task The_address_of_the_next_page_has_the_form_of_the_request()
    {
        Emulator.Configure(options => options with { OnePayPageShape = OnePayPageShape.Simple });
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 20 });
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/customers");
        request.Headers.Add("Authorization", "Bearer " + TestKey);

        var plain = await SendAsync(request);
        var named = await OnePayAsync(HttpMethod.Get);

        Assert.Equal($"{Emulator.Address}v1/customers?page=2", plain["next_page_url"]);
        Assert.Equal($"{Emulator.Address}onepay/v1/customers?page=2", named["next_page_url"]);
    }

    [Fact]
    public async Task A_body_above_four_mebibytes_is_413()
    {
        using var request = OnePayRequest(HttpMethod.Post, body: new string(' ', (4 * 1024 * 1024) + 1));
        request.Headers.ExpectContinue = true;

        var answer = await SendAsync(request);

        Assert.Equal((413, "payload_too_large"), (answer.Status, answer["code_name"]));
    }

    [Fact]
    public async Task Answers_have_a_request_id()
    {
        await OnePayAsync(HttpMethod.Get);

        Assert.Equal("emulator-2", (await OnePayAsync(HttpMethod.Get)).Headers.GetValues("x-request-id").Single());
    }
}
