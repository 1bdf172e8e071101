using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>All classes of statuses, with the customer stored and not stored.</summary>
public sealed class FaultStatusTests : EmulatorTest
{
    public static TheoryData<int, FaultMoment> Cases { get; } =
        new(from code in new[] { 202, 204, 205, 206, 300, 301, 302, 303, 304, 307, 308, 409, 423, 425, 499, 529, 599 }
            from moment in Enum.GetValues<FaultMoment>()
            select (code, moment));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Any_status_can_be_returned_whether_the_customer_is_stored_or_not(int code, FaultMoment moment)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = code, Moment = moment });

        var onePay = await CreateOnePayAsync();
        var dots = await CreateDotsAsync();

        Assert.Equal((code, code), (onePay.Status, dots.Status));
        var stored = moment == FaultMoment.After ? 1 : 0;
        Assert.Equal((stored, stored), (Emulator.Store.OnePayCount, Emulator.Store.DotsCount));
        Assert.Equal(code is not (204 or 205 or 304), onePay.Text.Length > 0);
    }

    [Theory]
    [InlineData(100, FaultMoment.After, "HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData(102, FaultMoment.After, "HTTP/1.1 102 Processing\r\n\r\n")]
    [InlineData(103, FaultMoment.Before, "HTTP/1.1 103 \r\n\r\n")]
    [InlineData(199, FaultMoment.After, "HTTP/1.1 199 \r\n\r\n")]
    public async Task After_a_1xx_status_nothing_more_is_sent(int code, FaultMoment moment, string answer)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = code, Moment = moment });
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);

        await client.SendAsync("POST", "/dots/api/v2/payment-customers", Person, Cancelled, "Content-Type: application/json", "Authorization: " + Basic("a:b"));

        Assert.Equal(answer, await client.ReadToEndAsync(Cancelled));
        Assert.Equal(moment == FaultMoment.After ? 1 : 0, Emulator.Store.DotsCount);
        Assert.Equal(code, Assert.Single(Emulator.Store.Requests).Status);
    }

    [Fact]
    public async Task HttpClient_accepts_101_as_an_answer()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 101, Moment = FaultMoment.After });

        using var response = await Http.SendAsync(OnePayRequest(HttpMethod.Post, body: Natural), HttpCompletionOption.ResponseHeadersRead, Cancelled);

        Assert.Equal(101, (int)response.StatusCode);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData(303)]
    [InlineData(308)]
    public async Task A_redirect_contains_the_address_of_the_customer(int code)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = code, Moment = FaultMoment.After, Operation = EmulatedOperation.Create });

        var answer = await CreateOnePayAsync();

        var location = answer.Headers.Location!.OriginalString;
        Assert.Equal($"/onepay/v1/customers/{Emulator.Store.OnePayCustomers[0].Id}", location);
        Assert.Equal("jose@example.com", (await OnePayAsync(HttpMethod.Get, location["/onepay/v1/customers".Length..]))["email"]);
    }

    [Fact]
    public async Task A_redirect_for_a_customer_that_is_not_stored_leads_to_the_same_address()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 302 });

        Assert.Equal("/onepay/v1/customers", (await CreateOnePayAsync()).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Early_hints_are_sent_before_the_answer_and_do_not_change_it()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.EarlyHints });
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);

        await client.SendAsync(
            "POST", "/dots/api/v2/payment-customers", Person, Cancelled, "Content-Type: application/json", "Authorization: " + Basic("a:b"), "Connection: close");
        var answers = await client.ReadToEndAsync(Cancelled);

        Assert.StartsWith("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n", answers, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(Emulator.Store.DotsCustomers).Id, answers, StringComparison.Ordinal);
        Assert.Equal(201, (await CreateOnePayAsync()).Status);
    }
}
