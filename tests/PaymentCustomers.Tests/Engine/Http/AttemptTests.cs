using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class AttemptTests
{
    private static readonly Dictionary<string, Answer> Broken = new()
    {
        ["closed before the answer"] = Answer.ClosedBefore,
        ["closed within the answer"] = Answer.Json("""{"id":"1"}""") with { Ending = Ending.ClosedWithin },
        ["gzip that is none"] = Answer.Text("no gzip at all", 200).With("Content-Encoding", "gzip"),
        ["brotli that is none"] = Answer.Text("no brotli at all", 200).With("Content-Encoding", "br"),
    };

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(204, true)]
    [InlineData(302, false)]
    [InlineData(400, false)]
    [InlineData(503, false)]
    public async Task An_answer_of_any_status_counts_as_answered(int status, bool isSuccess)
    {
        await using var server = new ScriptedServer(Answer.Json(status == 204 ? "" : """{"a":1}""", status));

        var attempt = await CreateAsync(TestConnections.Client("Dots", server));

        Assert.Equal((AttemptKind.Answered, ProviderOperation.Create, status, isSuccess), (attempt.Kind, attempt.Operation, attempt.Status, attempt.IsSuccess));
        Assert.Null(attempt.Cause);
    }

    [Fact]
    public async Task The_body_and_the_relevant_headers_of_an_answer_are_kept()
    {
        await using var server = new ScriptedServer(
            Answer.Text("wait", 429).With("Retry-After", "Wed, 01 Jul 2026 12:00:30 GMT").With("X-Request-Id", "req-1").With("CF-Ray", "ray-1"));

        var attempt = await CreateAsync(TestConnections.Client("OnePay", server));

        Assert.Equal("wait", Encoding.UTF8.GetString(attempt.Body.Span));
        Assert.Equal(
            ("text/plain", "Wed, 01 Jul 2026 12:00:30 GMT", "req-1"),
            (attempt.MediaType, attempt.RetryAfter, attempt.RequestId));
    }

    [Theory]
    [InlineData("X-Request-Id")]
    [InlineData("Request-Id")]
    [InlineData("CF-Ray")]
    public async Task The_request_id_is_read_from_any_of_three_headers(string header)
    {
        await using var server = new ScriptedServer(Answer.Json("{}").With(header, "r1"));

        Assert.Equal("r1", (await CreateAsync(TestConnections.Client("Dots", server))).RequestId);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ScriptedServer();
        await using var server = new ScriptedServer(Answer.Empty(302).With("Location", elsewhere.Address.AbsoluteUri));

        var attempt = await CreateAsync(TestConnections.Client("OnePay", server));

        Assert.Equal(302, attempt.Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_decompressed(string encoding)
    {
        await using var server = new ScriptedServer(Compressed("""{"id":"1"}""", encoding));

        Assert.Equal("""{"id":"1"}""", Encoding.UTF8.GetString((await CreateAsync(TestConnections.Client("Dots", server))).Body.Span));
    }

    [Fact]
    public async Task A_refused_connection_counts_as_not_connected()
    {
        var attempt = await CreateAsync(TestConnections.Client("Dots", Refusing()));

        Assert.Equal((AttemptKind.NotConnected, 0, false), (attempt.Kind, attempt.Status, attempt.IsSuccess));
        Assert.IsType<HttpRequestException>(attempt.Cause);
    }

    [Fact]
    public async Task A_failed_tls_handshake_counts_as_not_connected()
    {
        await using var server = new ScriptedServer();

        var attempt = await CreateAsync(TestConnections.Client("Dots", new Uri($"https://{server.Address.Authority}")));

        Assert.Equal(AttemptKind.NotConnected, attempt.Kind);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("closed before the answer")]
    [InlineData("closed within the answer")]
    [InlineData("gzip that is none")]
    [InlineData("brotli that is none")]
    public async Task A_create_whose_answer_is_cut_is_not_repeated_and_may_have_been_carried_out(string how)
    {
        await using var server = new ScriptedServer(Broken[how]);

        var attempt = await CreateAsync(TestConnections.Client("Dots", server));

        Assert.Equal((AttemptKind.ConnectionLost, 0, false), (attempt.Kind, attempt.Status, attempt.IsSuccess));
        Assert.Single(server.Requests);
    }

    /// <summary>A connection of HTTP/2 can end while a request waits for its turn on it.</summary>
    [Theory]
    [InlineData(0, nameof(AttemptKind.NotConnected))]
    [InlineData(1, nameof(AttemptKind.ConnectionLost))]
    public async Task A_create_whose_body_was_not_read_when_the_connection_ended_was_not_sent(int reads, string expected)
    {
        using var invoker = new HttpMessageInvoker(new EndingConnection(reads));

        var attempt = await CreateAsync(TestConnections.Client("Dots", Refusing(), new ProviderClientOptions { Invoker = invoker }));

        Assert.Equal(expected, attempt.Kind.ToString());
    }

    /// <summary>
    /// The handler repeats a request that a server refused (HTTP/2). With HTTP/1.1, it begins an attempt and does not read the body if the
    /// server rejects a request that announced to wait. It sends a body of up to 1,024 bytes nevertheless.
    /// </summary>
    [Fact]
    public async Task A_create_that_the_handler_repeats_counts_as_sent_only_when_its_body_is_read_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connection = TestConnections.Open("Dots", new Uri($"http://{listener.LocalEndpoint}"));
        var body = new CreateBody(new byte[2_000], "application/json", new WireMark());
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.BaseUri) { Content = body };
        request.Headers.ExpectContinue = true;
        await body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        Assert.True(body.HasLeft);

        var sending = Transport.For(connection).SendAsync(request, TestContext.Current.CancellationToken);
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await socket.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken);
        await socket.SendAsync("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var response = await sending;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.False(body.HasLeft);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_counts_as_a_lost_connection()
    {
        await using var server = new ScriptedServer(new Answer(200, new byte[17 * 1024 * 1024], "application/json"));

        var attempt = await CreateAsync(TestConnections.Client("Dots", server));

        Assert.Equal(AttemptKind.ConnectionLost, attempt.Kind);
        Assert.Contains("The response is larger than 16777216 bytes.", attempt.Cause!.Message, StringComparison.Ordinal);
    }

    /// <summary>An address that refuses connections.</summary>
    internal static Uri Refusing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static Answer Compressed(string body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress),
            _ => new BrotliStream(packed, CompressionMode.Compress),
        })
            packer.Write(Encoding.UTF8.GetBytes(body));
        return new Answer(200, packed.ToArray(), "application/json").With("Content-Encoding", encoding);
    }

    private static Task<Attempt> CreateAsync(ProviderClient client) =>
        client.CreateAsync("{}"u8.ToArray(), "key-1", new WireMark(), TestContext.Current.CancellationToken);

    /// <summary>A connection that ends after the body of a request was read this many times.</summary>
    private sealed class EndingConnection(int reads) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var i = 0; i < reads; i++)
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            throw new HttpRequestException(HttpRequestError.HttpProtocolError, "The HTTP/2 server closed the connection.");
        }
    }
}
