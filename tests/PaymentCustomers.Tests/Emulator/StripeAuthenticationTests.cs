namespace PaymentCustomers.Tests.Emulator;

public sealed class StripeAuthenticationTests : EmulatorTest
{
    [Theory]
    [InlineData("sk_test_a", "false")]
    [InlineData("rk_test_a", "false")]
    [InlineData("sk_live_a", "true")]
    [InlineData("rk_live_a", "true")]
    [InlineData("sk_test_live_a", "false")]
    public async Task Secret_and_restricted_keys_are_accepted_and_determine_the_mode(string key, string livemode)
    {
        var bearer = await StripeAsync(HttpMethod.Post, authorization: "Bearer " + key);
        var basic = await StripeAsync(HttpMethod.Get, "/" + bearer.Id, authorization: Basic(key + ":"));

        Assert.Equal((200, livemode), (bearer.Status, bearer["livemode"]));
        Assert.Equal(bearer.Text, basic.Text);
    }

    [Theory]
    [InlineData(null, 401, null)]
    [InlineData("Bearer ", 401, null)]
    [InlineData("Basic !!!", 401, null)]
    [InlineData("Basic Og==", 401, null)] // :
    [InlineData("Digest sk_test_a", 401, null)]
    [InlineData("Bearer sk_a", 401, null)]
    [InlineData("Bearer sk_prod_a", 401, null)]
    [InlineData("Bearer xk_test_a", 401, null)]
    [InlineData("Bearer pk_test_a", 403, "secret_key_required")]
    [InlineData("Bearer pk_live_a", 403, "secret_key_required")]
    public async Task Other_keys_are_refused(string? authorization, int status, string? code)
    {
        var answer = await StripeAsync(HttpMethod.Post, form: Jose, authorization: authorization);

        Assert.Equal((status, "invalid_request_error", code), (answer.Status, answer.Error("type"), answer.Error("code")));
        Assert.Equal(0, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task Only_configured_keys_are_accepted_and_a_wrong_one_is_shown_in_part()
    {
        Emulator.Configure(options => options with { StripeAcceptedKeys = ["rk_live_right"] });

        Assert.Equal(200, (await StripeAsync(HttpMethod.Get, authorization: "Bearer rk_live_right")).Status);
        var wrong = await StripeAsync(HttpMethod.Get, authorization: "Bearer sk_test_1234567890");
        Assert.Equal((401, "Invalid API Key provided: sk_test_******7890"), (wrong.Status, wrong.Error("message")));
    }

    [Theory]
    [InlineData("2020-03-02", 200)]
    [InlineData("2024-09-30.acacia", 200)]
    [InlineData("2020-02-30", 400)]
    [InlineData("2020-3-2", 400)]
    [InlineData("latest", 400)]
    [InlineData("v1", 400)]
    public async Task The_API_version_must_begin_with_a_date(string version, int status)
    {
        var answer = await StripeAsync(HttpMethod.Get, version: version);

        Assert.Equal((status, status == 200 ? null : $"Invalid Stripe API version: {version}"), (answer.Status, answer.Text.Contains("error", StringComparison.Ordinal) ? answer.Error("message") : null));
        Assert.Equal(version, Emulator.Store.Requests[0].Headers["Stripe-Version"]);
    }

    [Fact]
    public async Task Each_key_has_its_own_customers()
    {
        await CreateStripeAsync(bearer: "sk_test_a");
        await CreateStripeAsync(bearer: "sk_live_a");

        Assert.Single((await StripeAsync(HttpMethod.Get, authorization: "Bearer sk_test_a")).Ids);
        Assert.Equal([1, 2], Emulator.Store.StripeCustomers.Select(customer => customer.Account));
    }

    [Theory]
    [InlineData("POST", "stripe/v1/customers/a/b")]
    [InlineData("GET", "stripe/v1/charges")]
    [InlineData("PUT", "stripe/v1/customers")]
    [InlineData("PATCH", "stripe/v1/customers/cus_1")]
    public async Task A_path_that_Stripe_does_not_have_is_404(string method, string path)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), path));

        Assert.Equal((404, $"Unrecognized request URL ({method}: /{path})."), (answer.Status, answer.Error("message")));
    }

    [Fact]
    public async Task Stripe_answers_only_at_paths_with_its_name()
    {
        Assert.Equal(new Uri(Emulator.Address, "stripe/v1"), Emulator.StripeBaseUri);
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, "v1/customers"));

        Assert.Equal("onepay", Emulator.Store.Requests[0].Provider!.Name);
    }
}
