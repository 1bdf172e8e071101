using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Programs of this machine may use the emulator, and web pages may not.</summary>
public sealed class GuardTests : EmulatorTest
{
    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/requests")]
    [InlineData("GET", "/customers?provider=dots")]
    [InlineData("GET", "/options?token=")]
    [InlineData("GET", "/faults?token=wrong")]
    [InlineData("POST", "/seed?token=a&token=b")]
    [InlineData("POST", "/shutdown")]
    [InlineData("GET", "/nothing")]
    public async Task A_control_request_without_the_token_does_nothing(string method, string path)
    {
        await CreateDotsAsync();

        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), "_emulator" + path));

        Assert.Equal(401, answer.Status);
        Assert.Equal("The control needs the token that the emulator printed when it started: in the header X-Emulator-Token, or as ?token=.", answer["message"]);
        Assert.Equal(1, Emulator.Store.DotsCount);
    }

    [Fact]
    public async Task The_token_can_be_sent_in_the_query()
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "_emulator/customers?provider=dots&token=" + Emulator.Token));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Each_emulator_has_its_own_token()
    {
        await using var other = await ProviderEmulator.StartAsync(cancellationToken: Cancelled);

        Assert.Matches("^[0-9a-f]{32}$", Emulator.Token);
        Assert.NotEqual(Emulator.Token, other.Token);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:8642")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task A_request_by_a_host_name_that_is_not_loopback_is_refused(string host)
    {
        var provider = OnePayRequest(HttpMethod.Post, body: Natural);
        var control = ControlRequest(HttpMethod.Delete);
        provider.Headers.TryAddWithoutValidation("Host", host);
        control.Headers.TryAddWithoutValidation("Host", host);

        foreach (var request in new[] { provider, control })
        {
            var answer = await SendAsync(request);
            Assert.Equal((421, "The emulator is asked by a loopback address only: 127.0.0.1, [::1] or localhost."), (answer.Status, answer["message"]));
        }

        Assert.Equal((0, 0L), (Emulator.Store.OnePayCount, Emulator.Store.RequestCount));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:8642")]
    public async Task A_request_by_any_loopback_name_is_accepted(string host)
    {
        var request = OnePayRequest(HttpMethod.Post, body: Natural);
        request.Headers.Host = host;

        Assert.Equal(201, (await SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1.evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Requests_from_pages_of_other_sites_are_refused_even_with_the_token(string header, string value)
    {
        var seed = ControlRequest(HttpMethod.Post, "/seed", """{"provider":"dots","count":1}""");
        var create = OnePayRequest(HttpMethod.Post, body: Natural);
        seed.Headers.TryAddWithoutValidation(header, value);
        create.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(403, (await SendAsync(seed)).Status);
        Assert.Equal(403, (await SendAsync(create)).Status);

        Assert.Equal((0, 0), (Emulator.Store.DotsCount, Emulator.Store.OnePayCount));
    }

    [Theory]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_request_from_a_page_of_this_machine_is_accepted(string header, string value)
    {
        var request = ControlRequest(HttpMethod.Get);
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(200, (await SendAsync(request)).Status);
    }

    // The form of any web site can send these content types without permission.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task The_control_accepts_only_the_json_content_type(string? contentType)
    {
        var answer = await SendAsync(ControlRequest(HttpMethod.Post, "/seed", """{"provider":"dots","count":1}""", contentType));

        Assert.Equal((415, "Content-Type must be application/json."), (answer.Status, answer["message"]));
        Assert.Equal(0, Emulator.Store.DotsCount);
    }

    [Fact]
    public async Task Credentials_are_shown_as_a_digest()
    {
        await CreateOnePayAsync();
        await CreateDotsAsync();

        var shown = await ControlAsync(HttpMethod.Get, "/requests");

        Assert.Equal($"Bearer {Digest(TestKey)}", (string?)shown.Json[0]!["headers"]!["Authorization"]);
        Assert.Equal($"Basic {Digest(Convert.ToBase64String("emulator:secret"u8))}", (string?)shown.Json[1]!["headers"]!["Authorization"]);
        Assert.DoesNotContain(TestKey, shown.Text, StringComparison.Ordinal);
        Assert.Equal("Bearer " + TestKey, Emulator.Store.Requests[0].Headers["Authorization"]);

        string Digest(string secret) =>
            "hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Emulator.Token), Encoding.UTF8.GetBytes(secret)));
    }

    [Theory]
    [InlineData("Authorization", "nothing-but-a-secret")]
    [InlineData("Proxy-Authorization", "Basic c2VjcmV0")]
    [InlineData("Cookie", "session=secret")]
    public async Task No_header_with_a_secret_is_shown_completely(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "onepay/v1/customers");
        request.Headers.TryAddWithoutValidation(header, value);
        await SendAsync(request);

        var shown = (string?)(await ControlAsync(HttpMethod.Get, "/requests")).Json[0]!["headers"]![header];

        Assert.Contains("hmac-sha256:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(value.Split(' ')[^1], shown, StringComparison.Ordinal);
    }
}
