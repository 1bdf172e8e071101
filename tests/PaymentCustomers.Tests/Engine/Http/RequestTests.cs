using System.Diagnostics;
using System.Text;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class RequestTests
{
    private const string Id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

    // base64("client-4711:dots-key-Zx9_8")
    private const string Basic = "Basic Y2xpZW50LTQ3MTE6ZG90cy1rZXktWng5Xzg=";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"first_name":"Ñ"}""");

    [Fact]
    public async Task A_create_at_Dots_has_the_documented_request()
    {
        // Tracing a script must not trace the provider: no tracing header is sent.
        using var activity = new Activity("script").Start();
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client("Dots", server).CreateAsync(Body, "key-1", new WireMark(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /api/v2/payment-customers", request.Line);
        Assert.Equal("""{"first_name":"Ñ"}""", request.Body);
        AssertHeaders(server, request, ("Authorization", Basic), ("Content-Type", "application/json"), ("Content-Length", "19"));
    }

    [Fact]
    public async Task A_create_at_OnePay_has_the_documented_request()
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client("OnePay", server).CreateAsync(Body, "key-1", new WireMark(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/customers", request.Line);
        Assert.Equal("""{"first_name":"Ñ"}""", request.Body);
        AssertHeaders(
            server, request, ("Authorization", "Bearer sk_test_Qw7Er2Ty"), ("x-idempotency", "key-1"), ("Content-Type", "application/json"), ("Content-Length", "19"));
    }

    [Theory]
    [InlineData("Dots", "GET /api/v2/payment-customers/" + Id, Basic)]
    [InlineData("OnePay", "GET /v1/customers/" + Id, "Bearer sk_test_Qw7Er2Ty")]
    public async Task Retrieving_a_customer_has_the_documented_request(string provider, string line, string authorization)
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client(provider, server).RetrieveAsync(Id, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal(line, request.Line);
        Assert.Equal("", request.Body);
        AssertHeaders(server, request, ("Authorization", authorization));
    }

    [Theory]
    [InlineData("Dots", "limit=100&starting_after=a%20b", "GET /api/v2/payment-customers?limit=100&starting_after=a%20b")]
    [InlineData("OnePay", "page=1&per_page=100", "GET /v1/customers?page=1&per_page=100")]
    public async Task Listing_a_page_has_the_documented_request(string provider, string query, string line)
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client(provider, server).ListAsync(query, TestContext.Current.CancellationToken);

        Assert.Equal(line, Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task A_delete_at_OnePay_has_the_documented_request()
    {
        await using var server = new ScriptedServer(Answer.Empty(204));

        await TestConnections.Client("OnePay", server).DeleteAsync(Id, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("DELETE /v1/customers/" + Id, request.Line);
        AssertHeaders(server, request, ("Authorization", "Bearer sk_test_Qw7Er2Ty"), ("Content-Length", "0"));
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("a?b=c#d", "a%3Fb%3Dc%23d")]
    [InlineData("a b%20ñ", "a%20b%2520%C3%B1")]
    [InlineData("...", "...")]
    public async Task An_id_is_sent_as_one_segment_of_the_path_whatever_it_contains(string id, string segment)
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client("OnePay", server).RetrieveAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal("GET /v1/customers/" + segment, Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task The_app_id_of_an_organization_is_sent_in_a_header()
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));
        var connection = TestConnections.Open("Dots", server.Address, appId: "app-1");

        await new ProviderClient(connection, new()).RetrieveAsync(Id, TestContext.Current.CancellationToken);

        AssertHeaders(server, Assert.Single(server.Requests), ("Authorization", Basic), ("Api-App-Id", "app-1"));
    }

    [Theory]
    [InlineData("/", "POST /v1/customers")]
    [InlineData("", "POST /v1/customers")]
    [InlineData("/v2", "POST /v2/customers")]
    [InlineData("/proxy/onepay/", "POST /proxy/onepay/customers")]
    public async Task The_path_of_a_base_address_is_kept(string path, string line)
    {
        await using var server = new ScriptedServer(Answer.Json("{}"));

        await TestConnections.Client("OnePay", new Uri(server.Address.OriginalString + path)).CreateAsync(Body, "k", new WireMark(), TestContext.Current.CancellationToken);

        Assert.Equal(line, Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task A_cookie_of_an_answer_is_not_sent_with_the_next_request()
    {
        await using var server = new ScriptedServer(Answer.Json("{}").With("Set-Cookie", "session=1"), Answer.Json("{}"));
        var client = TestConnections.Client("OnePay", server);

        await client.RetrieveAsync(Id, TestContext.Current.CancellationToken);
        await client.RetrieveAsync(Id, TestContext.Current.CancellationToken);

        Assert.Null(server.Requests[1].Header("Cookie"));
    }

    [Fact]
    public void A_disconnected_connection_cannot_be_used()
    {
        var connection = TestConnections.Open("OnePay", new Uri("http://127.0.0.1:1"));
        connection.Disconnect();

        var error = Assert.Throws<PaymentException>(() => new ProviderClient(connection, new())).Error;

        Assert.False(connection.IsConnected);
        Assert.Equal(PaymentErrorId.NotConnected, error.Id);
        Assert.Equal("The connection 'OnePay' was disconnected.", error.Message);
        Assert.Equal("Run Connect-PaymentProvider -Provider OnePay, or specify -Provider with -Credential or -ApiKey.", error.RecommendedAction);
    }

    /// <summary>The request has these headers, those of every request, and no other.</summary>
    private static void AssertHeaders(ScriptedServer server, ScriptedRequest request, params (string Name, string Value)[] own)
    {
        (string Name, string Value)[] common = [("Host", server.Address.Authority), ("Accept", "application/json"), ("Accept-Encoding", "gzip,br")];
        Assert.Equal(
            common.Concat(own).OrderBy(header => header.Name, StringComparer.Ordinal),
            request.Headers.Where(header => header.Name != "User-Agent").OrderBy(header => header.Name, StringComparer.Ordinal));
        Assert.Matches(@"^PaymentCustomers/\d+\.\d+\.\d+$", request.Header("User-Agent"));
    }
}
