namespace PaymentCustomers.Tests.Emulator;

public sealed class DotsAuthenticationTests : EmulatorTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer abc")]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic ZW11bGF0b3I=")] // emulator
    [InlineData("Basic OnNlY3JldA==")] // :secret
    [InlineData("Basic ZW11bGF0b3I6")] // emulator:
    public async Task A_request_without_valid_basic_credentials_is_401(string? authorization)
    {
        var answer = await DotsAsync(HttpMethod.Get, authorization: authorization);

        Assert.Equal(401, answer.Status);
        Assert.Equal("""{"success":false,"message":"Invalid API credentials"}""", answer.Text);
    }

    [Fact]
    public async Task Any_well_formed_credential_is_accepted_if_none_is_configured() =>
        Assert.Equal(200, (await DotsAsync(HttpMethod.Get, authorization: Basic("any:th:ing"))).Status);

    [Theory]
    [InlineData("client:right", 200)]
    [InlineData("client:wrong", 401)]
    [InlineData("other:right", 401)]
    public async Task Only_configured_credentials_are_accepted(string pair, int status)
    {
        Emulator.Configure(options => options with { DotsAcceptedCredentials = ["client:right"] });

        Assert.Equal(status, (await DotsAsync(HttpMethod.Get, authorization: Basic(pair))).Status);
    }

    [Fact]
    public async Task Customers_belong_to_the_client_and_not_to_its_api_key()
    {
        var id = (await DotsAsync(HttpMethod.Post, body: Person, authorization: Basic("one:old"))).Id;

        Assert.Equal(200, (await DotsAsync(HttpMethod.Get, "/" + id, authorization: Basic("one:new"))).Status);
        Assert.Equal(404, (await DotsAsync(HttpMethod.Get, "/" + id, authorization: Basic("two:old"))).Status);
    }

    [Fact]
    public async Task Customers_belong_to_the_app_that_the_organization_acts_for()
    {
        var id = (await DotsAsync(HttpMethod.Post, body: Person, appId: "app-1")).Id;

        Assert.Equal(200, (await DotsAsync(HttpMethod.Get, "/" + id, appId: "app-1")).Status);
        Assert.Equal(404, (await DotsAsync(HttpMethod.Get, "/" + id, appId: "app-2")).Status);
        Assert.Equal(404, (await DotsAsync(HttpMethod.Get, "/" + id)).Status);
    }

    [Fact]
    public async Task A_blank_app_id_is_refused()
    {
        var answer = await DotsAsync(HttpMethod.Get, appId: " ");

        Assert.Equal(400, answer.Status);
        Assert.Equal("Api-App-Id must be one app id", answer["message"]);
    }
}
