using System.Net;
using System.Net.Sockets;
using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class TransportTests
{
    [Fact]
    public void Connections_to_the_same_address_and_account_share_their_sockets()
    {
        var connections = Enumerable.Range(0, 100).Select(_ => Open()).ToList();

        Assert.Single(connections.Select(Transport.For).Distinct());
    }

    [Fact]
    public void Connections_with_another_address_account_or_proxy_do_not_share_sockets()
    {
        PaymentConnection[] connections =
        [
            Open(), Open("https://127.0.0.1:2/v1"), Open(key: "sk_test_other"), Open(proxy: "http://proxy.example"),
            Open(proxy: "http://proxy.example", password: "a"), Open(proxy: "http://proxy.example", password: "b"),
        ];

        Assert.Equal(connections.Length, connections.Select(Transport.For).Distinct().Count());
    }

    [Fact]
    public async Task A_hundred_clients_one_after_another_use_one_socket()
    {
        await using var server = new ScriptedServer(_ => Task.FromResult(Answer.Json(404, "{}")));
        for (var i = 0; i < 100; i++)
        {
            var client = new ProviderClient(Open(new Uri(server.Address, "/v1").AbsoluteUri), new ProviderClientOptions());
            await client.RetrieveAsync("x", TestContext.Current.CancellationToken);
        }

        Assert.Equal(100, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void A_proxy_for_plain_http_is_refused_because_it_would_receive_the_credential()
    {
        var error = Assert.Throws<PaymentException>(() => Open("http://127.0.0.1:1/v1", proxy: "http://127.0.0.1:2")).Error;

        Assert.Equal(PaymentErrorId.ConnectionInvalid, error.Id);
        Assert.Contains("the proxy would receive the credential unencrypted", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The proxy tunnel request to proxy 'http://user:geheim@proxy.example:8080/' failed with status code '407'.")]
    [InlineData("No connection to http://user:ge@heim@proxy.example.")]
    [InlineData("socks5://geheim@proxy")]
    public void The_user_and_password_in_an_address_are_not_shown(string text)
    {
        var shown = new Redactor([]).Redact(text);

        Assert.DoesNotContain("heim", shown, StringComparison.Ordinal);
        Assert.Contains("://***@proxy", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_a_proxy_that_refuses_is_not_in_the_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connection = Open("https://provider.example/v1", proxy: $"http://{listener.LocalEndpoint}", password: "geheim-77");
        var asking = new ProviderClient(connection, new ProviderClientOptions()).RetrieveAsync("x", TestContext.Current.CancellationToken);
        using (var proxy = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            await proxy.GetStream().ReadExactlyAsync(new byte[20], TestContext.Current.CancellationToken);
            await proxy.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 502 geheim-77\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        }

        var attempt = await asking;

        var error = AttemptErrors.Describe(new ProviderClient(connection, new ProviderClientOptions()), attempt, "x");
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_error_contains_terminal_escape_sequences()
    {
        const string text = "a\u001b]52;c;eA==\u0007b\u009b31m\u202Ec\r\nd";
        var error = new PaymentError(PaymentErrorId.ProviderRejected, text)
        {
            ProviderMessage = text,
            ProviderCode = text,
            RecommendedAction = text,
            RequestId = text,
            Body = text,
            Problems = [new FieldProblem(text, PaymentErrorId.CustomerInvalid, text) { Value = text }],
        };
        var problem = error.Problems[0];

        Assert.Equal("a\uFFFD]52;c;eA==\uFFFDb\uFFFD31m\uFFFDc  d", error.Message);
        Assert.All(
            [error.Message, error.ProviderMessage, error.ProviderCode, error.RecommendedAction, error.RequestId, error.Body, problem.Field, problem.Message, problem.Value, (error with { Message = text }).Message],
            shown => Assert.DoesNotContain(shown!, character => character is '\u202E' || (char.IsControl(character) && character is not ('\r' or '\n'))));
    }

    private static PaymentConnection Open(string address = "https://127.0.0.1:1/v1", string key = "sk_test_transport", string? proxy = null, string? password = null) =>
        ConnectionFactory.Open(new ConnectionRequest("OnePay")
        {
            Credential = new ProviderCredential(null, key),
            BaseUri = new Uri(address),
            Proxy = proxy is null ? null : new Uri(proxy),
            ProxyCredential = password is null ? null : new NetworkCredential("user", password),
        });
}
