using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Connections;

public sealed class BaseUriTests
{
    private const string SeeProviders = "Get-PaymentProvider shows what each provider supports.";

    [Theory]
    [InlineData("Dots", null, PaymentEnvironment.Sandbox, "https://pls.senddotssandbox.com/api")]
    [InlineData("Dots", PaymentEnvironment.Sandbox, PaymentEnvironment.Sandbox, "https://pls.senddotssandbox.com/api")]
    [InlineData("Dots", PaymentEnvironment.Production, PaymentEnvironment.Production, "https://api.dots.dev/api")]
    [InlineData("OnePay", null, PaymentEnvironment.Sandbox, "https://api.onepay.la/v1")]
    public void Without_an_address_the_address_of_the_environment_is_used(string provider, PaymentEnvironment? asked, PaymentEnvironment environment, string address)
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest(provider) { Credential = Credentials.Of(provider), Environment = asked });

        Assert.Equal((environment, address), (connection.Environment, connection.BaseUri.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://example.org/x/y", "https://example.org/x/y")]
    [InlineData("https://example.org/x/", "https://example.org/x/")]
    [InlineData("https://example.org", "https://example.org/v1")]
    [InlineData("https://example.org:8443/", "https://example.org:8443/v1")]
    [InlineData("http://localhost:5000", "http://localhost:5000/v1")]
    [InlineData("http://LOCALHOST", "http://localhost/v1")]
    [InlineData("http://loopback", "http://localhost/v1")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/v1")]
    [InlineData("http://127.0.0.2", "http://127.0.0.2/v1")]
    [InlineData("http://127.255.255.254:1/x", "http://127.255.255.254:1/x")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/v1")]
    public void Https_and_local_http_addresses_are_accepted_and_get_the_providers_path_if_they_have_none(string asked, string used) =>
        Assert.Equal(used, Open("OnePay", asked).BaseUri.AbsoluteUri);

    [Fact]
    public void The_path_that_is_added_to_an_address_is_that_of_the_provider() => Assert.Equal("http://127.0.0.1:1/api", Open("Dots", "http://127.0.0.1:1").BaseUri.AbsoluteUri);

    [Theory]
    [InlineData("http://example.org", "example.org")]
    [InlineData("http://localhost.example.org", "localhost.example.org")]
    [InlineData("http://127.0.0.1.example.org", "127.0.0.1.example.org")]
    [InlineData("http://10.0.0.1/v1", "10.0.0.1")]
    [InlineData("http://0.0.0.0", "0.0.0.0")]
    [InlineData("http://[::2]", "[::2]")]
    [InlineData("http://localhost@example.org", null)]
    public void Plain_http_to_any_other_machine_is_refused(string asked, string? host)
    {
        var error = Refuse("OnePay", asked, host is null ? SeeProviders : "Specify an address that starts with https in -BaseUri, or omit -BaseUri to use the provider's own address.");

        Assert.Equal(
            host is null
                ? "The base address cannot contain a user name, a query or a fragment."
                : $"The base address uses http to '{host}', so the credential would be sent unencrypted. Use https. An http address is allowed only for this computer.",
            error.Message);
    }

    [Theory]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://user@example.org")]
    [InlineData("https://example.org/v1?key=1")]
    [InlineData("https://example.org/v1#x")]
    public void An_address_with_a_user_a_query_or_a_fragment_is_refused_without_showing_it(string asked) =>
        Assert.Equal("The base address cannot contain a user name, a query or a fragment.", Refuse("Dots", asked).Message);

    [Theory]
    [InlineData("ftp://example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("example.org")]
    [InlineData("/v1")]
    [InlineData("localhost:5000")]
    public void An_address_that_is_not_http_or_https_is_refused(string asked) =>
        Assert.Equal("The base address must be a complete https address. An http address is allowed only for this computer.", Refuse("Dots", asked).Message);

    [Theory]
    [InlineData("http://proxy.example.com:8080")]
    [InlineData("https://proxy.example.com")]
    [InlineData("socks5://127.0.0.1:1080")]
    public void A_proxy_is_accepted(string proxy) =>
        Assert.Equal(new Uri(proxy), ConnectionFactory.Open(new ConnectionRequest("Dots") { Credential = Credentials.Of("Dots"), Proxy = new Uri(proxy) }).Proxy);

    [Theory]
    [InlineData("http://user:geheim@proxy.example.com:8080", "The address of the proxy cannot contain a user name or a password. Use -ProxyCredential for them.")]
    [InlineData("ftp://proxy.example.com", "The proxy must be a complete address, such as http://proxy.example.com:8080.")]
    [InlineData("proxy.example.com:8080", "The proxy must be a complete address, such as http://proxy.example.com:8080.")]
    [InlineData("proxy", "The proxy must be a complete address, such as http://proxy.example.com:8080.")]
    public void A_proxy_with_a_password_in_its_address_or_an_unusable_address_is_refused(string proxy, string message)
    {
        var error = Assert.Throws<PaymentException>(() => ConnectionFactory.Open(
            new ConnectionRequest("Dots") { Credential = Credentials.Of("Dots"), Proxy = new Uri(proxy, UriKind.RelativeOrAbsolute) })).Error;

        Assert.Equal((PaymentErrorId.ConnectionInvalid, message), (error.Id, error.Message));
        Assert.DoesNotContain("geheim", ErrorText.Everything(error), StringComparison.Ordinal);
    }

    private static PaymentConnection Open(string provider, string address) => ConnectionFactory.Open(
        new ConnectionRequest(provider) { Credential = Credentials.Of(provider), BaseUri = new Uri(address, UriKind.RelativeOrAbsolute) });

    private static PaymentError Refuse(string provider, string address, string action = SeeProviders)
    {
        var error = Assert.Throws<PaymentException>(() => Open(provider, address)).Error;
        Assert.Equal(PaymentErrorId.ConnectionInvalid, error.Id);
        Assert.Equal(action, error.RecommendedAction);
        return error;
    }
}
