namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayAuthenticationTests : EmulatorTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sk_test_")]
    [InlineData("sk_prod_abc")]
    [InlineData("sk_test_a b")]
    [InlineData("abc")]
    public async Task A_request_without_a_secret_key_is_401(string? bearer)
    {
        var answer = await OnePayAsync(HttpMethod.Get, bearer: bearer);

        Assert.Equal(401, answer.Status);
        Assert.Equal(
            """{"message":"La llave de acceso no es válida","code":"10401","code_name":"unauthenticated","erros":[]}""", answer.Text);
    }

    [Theory]
    [InlineData("pk_test_abc")]
    [InlineData("pk_live_abc")]
    public async Task A_public_key_is_refused_with_an_error_code_of_its_own(string bearer)
    {
        var answer = await OnePayAsync(HttpMethod.Get, bearer: bearer);

        Assert.Equal(401, answer.Status);
        Assert.Equal("public_key_not_allowed", answer["code_name"]);
    }

    [Theory]
    [InlineData("sk_test_right", 200)]
    [InlineData("sk_test_wrong", 401)]
    public async Task Only_configured_keys_are_accepted(string bearer, int status)
    {
        Emulator.Configure(options => options with { OnePayAcceptedKeys = ["sk_test_right"] });

        Assert.Equal(status, (await OnePayAsync(HttpMethod.Get, bearer: bearer)).Status);
    }

    [Fact]
    public async Task Customers_belong_to_the_key_that_created_them()
    {
        var id = (await CreateOnePayAsync(bearer: "sk_live_one")).Id;

        Assert.Equal(200, (await OnePayAsync(HttpMethod.Get, "/" + id, bearer: "sk_live_one")).Status);
        var other = await OnePayAsync(HttpMethod.Get, "/" + id, bearer: "sk_live_two");
        Assert.Equal(404, other.Status);
        Assert.Equal("customer_not_found", other["code_name"]);
        Assert.Equal(404, (await OnePayAsync(HttpMethod.Delete, "/" + id, bearer: "sk_live_two")).Status);
        Assert.Empty((await OnePayAsync(HttpMethod.Get, bearer: "sk_live_two")).Ids);
    }

    [Theory]
    [InlineData("sk_test_a", true)]
    [InlineData("sk_live_a", false)]
    public async Task The_test_mark_of_a_customer_is_returned_if_it_is_configured(string bearer, bool isTest)
    {
        Assert.Null((await CreateOnePayAsync(bearer: bearer)).Json["is_test"]);
        Emulator.Configure(options => options with { OnePayIncludeIsTest = true });

        Assert.Equal(isTest, (bool)(await CreateOnePayAsync(bearer: bearer)).Json["is_test"]!);
    }
}
