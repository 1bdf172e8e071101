using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Faults below HTTP, tested byte by byte.</summary>
public sealed class FaultConnectionTests : EmulatorTest
{
    private const string Path = "/dots/api/v2/payment-customers";

    private static readonly string[] Headers = ["Content-Type: application/json", "Authorization: " + Basic("a:b")];

    protected override EmulatorOptions Options() => new() { SilentPort = 0 };

    [Theory]
    [InlineData("", FaultMoment.After)]
    [InlineData("220 mail.example.com ESMTP\r\n", FaultMoment.Before)]
    [InlineData("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", FaultMoment.After)]
    public async Task Raw_bytes_are_sent_unchanged_and_the_connection_is_closed(string bytes, FaultMoment moment)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Raw, Body = bytes, Moment = moment });
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);

        await client.SendAsync("POST", Path, Person, Cancelled, Headers);

        Assert.Equal(bytes, await client.ReadToEndAsync(Cancelled));
        Assert.Equal(moment == FaultMoment.After ? 1 : 0, Emulator.Store.DotsCount);
    }

    [Fact]
    public async Task Placeholders_in_raw_bytes_are_replaced_by_parts_of_the_answer()
    {
        Emulator.SetFaults(new FaultRule
        {
            Kind = FaultKind.Raw,
            Body = "5 % of %body% %half% {%members%} %length% %hex% %other%",
            Moment = FaultMoment.After,
        });
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);

        await client.SendAsync("POST", Path, Person, Cancelled, Headers);
        var parts = (await client.ReadToEndAsync(Cancelled)).Split(' ');

        var body = parts[3];
        Assert.Equal(Emulator.Store.DotsCustomers[0].Id, (string?)JsonNode.Parse(body)!["id"]);
        var length = Encoding.UTF8.GetByteCount(body);
        Assert.Equal(["5", "%", "of", body, parts[4], body, $"{length}", $"{length:x}", "%other%"], parts);
        Assert.StartsWith(parts[4], body, StringComparison.Ordinal);
        Assert.InRange(parts[4].Length, (body.Length / 2) - 1, (body.Length / 2) + 1);
    }

    [Theory]
    [InlineData("%gzip%")]
    [InlineData("%utf16%")]
    public async Task An_answer_can_be_compressed_or_in_another_encoding(string body)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Garbage, Body = body, Moment = FaultMoment.After });
        using var content = new StringContent(Person, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.Address, Path)) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", Basic("a:b"));

        using var answer = await Http.SendAsync(request, Cancelled);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancelled);

        using var unpacked = new StreamReader(body == "%gzip%" ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        Assert.Equal(Emulator.Store.DotsCustomers[0].Id, (string?)JsonNode.Parse(await unpacked.ReadToEndAsync(Cancelled))!["id"]);
    }

    [Fact]
    public async Task A_late_answer_is_sent_before_the_answer_to_the_next_request_on_the_connection()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.LateAnswer, Times = 1 });
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);

        await client.SendAsync("POST", Path, Person, Cancelled, Headers);
        await UntilAsync(() => Emulator.Store.Requests.Count == 1 && Emulator.Store.Requests[0].Status == 200);
        await client.SendAsync("POST", Path, With(Person, "email", "\"second@example.com\""), Cancelled, [.. Headers, "Connection: close"]);
        var answers = (await client.ReadToEndAsync(Cancelled)).Split("HTTP/1.1 200 OK\r\n", StringSplitOptions.RemoveEmptyEntries);

        var (first, second) = (Emulator.Store.DotsCustomers[0].Id, Emulator.Store.DotsCustomers[1].Id);
        Assert.Equal(3, answers.Length);
        Assert.Contains(first, answers[0], StringComparison.Ordinal);
        Assert.Contains(first, answers[1], StringComparison.Ordinal);
        Assert.Contains(second, answers[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpClient_returns_a_late_answer_for_the_next_request()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.LateAnswer, Times = 1 });

        var first = await CreateOnePayAsync();
        var second = await CreateOnePayAsync(With(Natural, "email", "\"second@example.com\""));

        Assert.Equal(first.Text, second.Text);
        // The answer to the second request arrived before the request had been carried out.
        await UntilAsync(() => Emulator.Store.OnePayCount == 2);
        Assert.Equal(["jose@example.com", "second@example.com"], Emulator.Store.OnePayCustomers.Select(customer => customer.Fields.Email));
    }

    [Fact]
    public async Task A_create_can_be_carried_out_twice()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.StoredTwice });

        var dots = await CreateDotsAsync(With(Person, "metadata", """{"payment_customers_key":"k"}"""));
        var onePay = await CreateOnePayAsync();

        Assert.Equal(["k", "k"], Emulator.Store.DotsCustomers.Select(customer => customer.Key!));
        Assert.Equal(Emulator.Store.DotsCustomers[1].Id, dots.Id);
        Assert.Equal(onePay.Id, Assert.Single(Emulator.Store.OnePayCustomers).Id);
    }

    [Fact]
    public async Task A_silent_port_accepts_connections_and_sends_nothing()
    {
        var silent = Emulator.SilentAddress!;
        await using var client = await RawClient.ConnectAsync(silent, Cancelled);
        using var https = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        await client.SendAsync("GET", Path, "", Cancelled);
        var answer = client.ReadToEndAsync(Cancelled);
        var handshake = https.GetAsync(new Uri(silent, "onepay/v1/customers"), given.Token);
        Assert.Equal((int)HttpStatusCode.OK, (await ControlAsync(HttpMethod.Get)).Status);
        Assert.False(answer.IsCompleted);
        Assert.False(handshake.IsCompleted);
        await given.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => handshake);
        await Emulator.DisposeAsync();

        Assert.Equal("", await answer.ContinueWith(read => read.IsFaulted ? "" : read.Result, Cancelled, TaskContinuationOptions.None, TaskScheduler.Default));
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_silent_port_is_only_opened_if_it_is_configured()
    {
        await using var other = await ProviderEmulator.StartAsync(cancellationToken: Cancelled);

        Assert.Null(other.SilentAddress);
        Assert.Equal("https", Emulator.SilentAddress!.Scheme);
        Assert.NotEqual(Emulator.Address.Port, Emulator.SilentAddress.Port);
    }
}
