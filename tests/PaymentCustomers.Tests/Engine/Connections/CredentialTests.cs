using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Connections;

public sealed class CredentialTests
{
    private const string SeeProviders = "Use the credential of this provider. Get-PaymentProvider shows which kind of credential each provider uses.";

    private const string Characters = "The credential contains a space, a line break or another character that a key cannot have. Check that you copied it completely.";
    private const string DotsNeedsClientId = "Dots requires a client id and an API key. Use -Credential, with the client id as user name.";

    [Theory]
    [InlineData("sk_test_1", null, PaymentEnvironment.Sandbox)]
    [InlineData("sk_test_1", PaymentEnvironment.Sandbox, PaymentEnvironment.Sandbox)]
    [InlineData("sk_live_1", null, PaymentEnvironment.Production)]
    [InlineData("sk_live_1", PaymentEnvironment.Production, PaymentEnvironment.Production)]
    public void The_key_of_OnePay_decides_the_environment(string key, PaymentEnvironment? asked, PaymentEnvironment environment) =>
        Assert.Equal(environment, Open("OnePay", null, key, asked).Environment);

    [Theory]
    [InlineData("pk_test_4711", "This is a public key (pk_…) for browsers. It cannot create customers. Use the secret key (sk_…).")]
    [InlineData("PK_live_4711", "This is a public key (pk_…) for browsers. It cannot create customers. Use the secret key (sk_…).")]
    [InlineData("sk_4711", "A secret key of OnePay starts with sk_test_ or sk_live_. This key does not.")]
    [InlineData("SK_TEST_4711", "A secret key of OnePay starts with sk_test_ or sk_live_. This key does not.")]
    [InlineData("Bearer:sk_test_4711", "A secret key of OnePay starts with sk_test_ or sk_live_. This key does not.")]
    [InlineData("", "The API key is empty.")]
    [InlineData(" ", Characters)]
    [InlineData("sk_test_4711\n", Characters)]
    [InlineData("sk_test_4711\r\nX-Evil: 1", Characters)]
    [InlineData(" sk_test_4711", Characters)]
    [InlineData("sk_test_47 11", Characters)]
    [InlineData("sk_test_47\u00A011", Characters)]
    [InlineData("sk_test_ñ4711", Characters)]
    [InlineData("sk_test_4711…", Characters)]
    public void A_key_that_cannot_belong_to_OnePay_is_refused_and_not_shown(string key, string message) =>
        AssertRefused(message, "4711", () => Open("OnePay", null, key));

    [Theory]
    [InlineData("sk_live_4711", PaymentEnvironment.Sandbox, "Production")]
    [InlineData("sk_test_4711", PaymentEnvironment.Production, "Sandbox")]
    public void A_key_of_the_other_environment_is_refused_and_not_shown(string key, PaymentEnvironment asked, string own) =>
        AssertRefused(
            $"The key belongs to the {own} environment, but {asked} was requested.",
            "4711",
            () => Open("OnePay", null, key, asked),
            $"Omit -Environment, because the key determines it, or use a key of {asked}.");

    [Fact]
    public void A_client_id_for_OnePay_is_refused() =>
        AssertRefused("OnePay uses only a secret key. Use -ApiKey.", "4711", () => Open("OnePay", "client", "sk_test_4711"));

    [Theory]
    [InlineData(null, "dots4711", DotsNeedsClientId)]
    [InlineData("", "dots4711", DotsNeedsClientId)]
    [InlineData("client:1", "dots4711", "A client id cannot contain a colon.")]
    [InlineData("client 1", "dots4711", Characters)]
    [InlineData("client\n", "dots4711", Characters)]
    [InlineData("client", "", "The API key is empty.")]
    [InlineData("client", "dots4711\t", Characters)]
    [InlineData("client", "clave-4711-ñ", Characters)]
    public void A_credential_that_cannot_belong_to_Dots_is_refused_and_not_shown(string? clientId, string key, string message) =>
        AssertRefused(message, "4711", () => Open("Dots", clientId, key));

    [Theory]
    [InlineData("pk_live_1")]
    [InlineData("sk_test_1")]
    [InlineData("a:b")]
    public void A_key_of_Dots_may_have_any_prefix(string key) =>
        Assert.Equal(PaymentEnvironment.Sandbox, Open("Dots", "client", key).Environment);

    [Fact]
    public void An_app_id_is_accepted_for_Dots_only()
    {
        Assert.Equal("app-1", ConnectionFactory.Open(new ConnectionRequest("Dots") { Credential = Credentials.Of("Dots"), Options = AppId("app-1") }).AppId);

        var error = Assert.Throws<PaymentException>(() => ConnectionFactory.Open(new ConnectionRequest("OnePay") { Credential = Credentials.Of("OnePay"), Options = AppId("app-1") })).Error;

        Assert.Equal((PaymentErrorId.ConnectionInvalid, "-AppId (--app-id) can be used only with Dots, not with OnePay."), (error.Id, error.Message));
    }

    private static Dictionary<string, string?> AppId(string value) => new() { ["AppId"] = value };

    // A script passes these values when its variable is not set.
    [Theory]
    [InlineData("Dots", "")]
    [InlineData("Dots", " ")]
    [InlineData("OnePay", "")]
    public void A_blank_app_id_counts_as_missing(string provider, string appId) =>
        Assert.Null(ConnectionFactory.Open(new ConnectionRequest(provider) { Credential = Credentials.Of(provider), Options = AppId(appId) }).AppId);

    [Theory]
    [InlineData("app\r\nX-Evil: 1")]
    [InlineData("app 1")]
    [InlineData("ápp")]
    public void An_app_id_that_cannot_be_sent_in_a_header_is_refused(string appId)
    {
        var error = Assert.Throws<PaymentException>(() => ConnectionFactory.Open(new ConnectionRequest("Dots") { Credential = Credentials.Of("Dots"), Options = AppId(appId) })).Error;

        Assert.Equal((PaymentErrorId.ConnectionInvalid, "-AppId contains a character that a request header cannot have."), (error.Id, error.Message));
    }

    [Fact]
    public void An_unknown_provider_is_refused_before_its_credential_is_checked()
    {
        var error = Assert.Throws<PaymentException>(() => ConnectionFactory.Open(new ConnectionRequest("Acme") { Credential = new ProviderCredential(null, "") })).Error;

        Assert.Equal((PaymentErrorId.ConnectionInvalid, "'Acme' is not a provider. Use one of: Dots, OnePay, Stripe."), (error.Id, error.Message));
    }

    [Theory]
    [InlineData(null, "OnePay")]
    [InlineData("  ", "OnePay")]
    [InlineData(" main ", "main")]
    public void A_connection_without_a_name_gets_the_name_of_its_provider(string? name, string used)
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest("onepay") { Credential = Credentials.Of("OnePay"), Name = name });

        Assert.Equal((used, "OnePay"), (connection.Name, connection.Provider));
        Assert.Equal($"{used} (OnePay, Sandbox)", connection.ToString());
        Assert.True(connection.IsConnected);
    }

    private static PaymentConnection Open(string provider, string? clientId, string key, PaymentEnvironment? environment = null) =>
        ConnectionFactory.Open(new ConnectionRequest(provider) { Credential = new ProviderCredential(clientId, key), Environment = environment });

    private static void AssertRefused(string message, string secret, Action open, string action = SeeProviders)
    {
        var error = Assert.Throws<PaymentException>(open).Error;

        Assert.Equal((PaymentErrorId.CredentialInvalid, message), (error.Id, error.Message));
        Assert.Equal(action, error.RecommendedAction);
        Assert.DoesNotContain(secret, ErrorText.Everything(error), StringComparison.Ordinal);
    }
}
