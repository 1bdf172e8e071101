using System.Net;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Each kind of fault as the client sees it, before and after the customer is stored.</summary>
public sealed class FaultKindTests : EmulatorTest
{
    [Theory]
    [InlineData(FaultMoment.Before, 0)]
    [InlineData(FaultMoment.After, 1)]
    public async Task A_status_is_returned_in_the_providers_form(FaultMoment moment, int stored)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 429, RetryAfter = "7", Moment = moment });

        var onePay = await CreateOnePayAsync();
        var dots = await CreateDotsAsync();

        Assert.Equal((429, "too_many_requests", "7"), (onePay.Status, onePay["code_name"], onePay.Headers.GetValues("Retry-After").Single()));
        Assert.Equal((429, "Too many requests"), (dots.Status, dots["message"]));
        Assert.Equal((stored, stored), (Emulator.Store.OnePayCount, Emulator.Store.DotsCount));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT")]
    [InlineData("soon")]
    public async Task Retry_after_is_sent_unchanged_or_not_at_all(string? retryAfter)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 503, RetryAfter = retryAfter });

        var answer = await CreateDotsAsync();

        Assert.Equal(503, answer.Status);
        Assert.Equal(retryAfter, answer.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null);
    }

    [Theory]
    [InlineData("""{"message":"Saldo insuficiente","code":"10501","code_name":"insufficient_funds"}""", "application/json")]
    [InlineData("busy", "text/plain")]
    public async Task A_status_can_have_a_specified_body(string body, string mediaType)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401, Body = body });

        var answer = await CreateOnePayAsync();

        Assert.Equal((401, body, mediaType), (answer.Status, answer.Text, answer.MediaType));
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0)]
    [InlineData(FaultMoment.After, 1)]
    public async Task A_reset_ends_the_connection_without_an_answer(FaultMoment moment, int stored)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Reset, Moment = moment, Operation = EmulatedOperation.Create });

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync());

        Assert.Equal(stored, Emulator.Store.OnePayCount);
        var request = Assert.Single(Emulator.Store.Requests);
        Assert.Null(request.Status);
        Assert.Equal(FaultKind.Reset, request.Fault);
        Assert.Equal(Natural, request.Body);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0)]
    [InlineData(FaultMoment.After, 1)]
    public async Task A_timeout_holds_the_answer_until_the_client_disconnects(FaultMoment moment, int stored)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout, Moment = moment });
        using var client = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var request = SendAsync(OnePayRequest(HttpMethod.Post, body: Natural), client.Token);
        await UntilAsync(() => Emulator.Faults[0].Applied == 1 && Emulator.Store.OnePayCount == stored);
        Assert.False(request.IsCompleted);
        await client.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => request);
        Emulator.SetFaults();
        await CreateOnePayAsync();
        Assert.Equal(stored + 1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData(FaultMoment.Before)]
    [InlineData(FaultMoment.After)]
    public async Task A_truncated_answer_ends_before_its_announced_length(FaultMoment moment)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Truncated, Moment = moment });

        using var response = await Http.SendAsync(OnePayRequest(HttpMethod.Post, body: Natural), HttpCompletionOption.ResponseHeadersRead, Cancelled);

        Assert.Equal(moment == FaultMoment.After ? 201 : 503, (int)response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 64);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(error.InnerException).HttpRequestError);
        Assert.Equal(moment == FaultMoment.After ? 1 : 0, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task The_beginning_of_a_truncated_answer_is_sent()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Truncated, Moment = FaultMoment.After });

        using var response = await Http.SendAsync(OnePayRequest(HttpMethod.Post, body: Natural), HttpCompletionOption.ResponseHeadersRead, Cancelled);
        using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
        var start = new byte[6];
        await stream.ReadExactlyAsync(start, Cancelled);

        Assert.Equal("{\"id\":"u8.ToArray(), start);
    }

    [Fact]
    public async Task An_answer_without_a_body_can_also_be_truncated()
    {
        var id = (await CreateOnePayAsync()).Id;
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Truncated, Moment = FaultMoment.After });

        await Assert.ThrowsAsync<HttpRequestException>(() => OnePayAsync(HttpMethod.Delete, "/" + id));

        Assert.Equal(0, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0, null)]
    [InlineData(FaultMoment.After, 1, "OK")]
    public async Task Garbage_has_the_content_type_of_json(FaultMoment moment, int stored, string? body)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Garbage, Moment = moment, Body = body });

        var answer = await CreateDotsAsync();

        Assert.Equal((200, "application/json"), (answer.Status, answer.MediaType));
        Assert.StartsWith(body ?? "<<<<<<< no JSON", answer.Text, StringComparison.Ordinal);
        Assert.Equal(stored, Emulator.Store.DotsCount);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0, null)]
    [InlineData(FaultMoment.After, 1, 200)]
    public async Task The_html_fault_returns_a_page_like_that_of_a_gateway(FaultMoment moment, int stored, int? code)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Html, Moment = moment, Code = code });

        var answer = await CreateOnePayAsync();

        Assert.Equal((code ?? 502, "text/html"), (answer.Status, answer.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(stored, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 503, 0)]
    [InlineData(FaultMoment.After, 201, 1)]
    public async Task A_slowly_sent_answer_is_complete_in_the_end(FaultMoment moment, int status, int stored)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.SlowDrip, Moment = moment, DripMs = 20 });

        var answer = await CreateOnePayAsync();

        Assert.Equal(status, answer.Status);
        Assert.Equal(stored == 1, answer.Json["id"] is not null);
        Assert.Equal(stored, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Faults_do_not_apply_to_the_control()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Reset });

        Assert.Equal((int)HttpStatusCode.OK, (await ControlAsync(HttpMethod.Get)).Status);
    }
}
