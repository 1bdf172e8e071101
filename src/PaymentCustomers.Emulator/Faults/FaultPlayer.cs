using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Plays a fault on a connection.</summary>
internal sealed class FaultPlayer(TimeProvider time, CancellationToken stopping)
{
    private const string NotJson = "<<<<<<< no JSON, whatever the header says {\"id\": }";

    private static readonly byte[] Hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"u8.ToArray();

    /// <summary>Plays a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="exchange">The exchange that it affects.</param>
    /// <param name="api">The provider.</param>
    /// <param name="request">The request.</param>
    /// <param name="reply">The response to send or to damage: after the request was carried out its own response, before it a substitute.</param>
    /// <returns>True if the exchange is complete; false if it continues normally.</returns>
    public async Task<bool> PlayAsync(Fault fault, Exchange exchange, IProviderApi api, ProviderRequest request, Reply reply)
    {
        switch (fault.Kind)
        {
            case FaultKind.Status when fault.Code < 200:
                await exchange.SendInterimAsync(fault.Code.Value);
                return true;
            case FaultKind.Status:
                await exchange.SendAsync(StatusReply(fault, api, request, reply));
                return true;
            case FaultKind.Reset:
                exchange.Abort();
                return true;
            case FaultKind.Timeout:
                return !await HoldAsync(fault.HoldMs, exchange);
            case FaultKind.Truncated:
                await TruncateAsync(exchange, reply);
                return true;
            case FaultKind.Garbage:
                await exchange.SendAsync(new Reply(fault.Code ?? 200, "application/json", FaultBody.Of(fault.Body ?? NotJson, reply)).With(fault.Headers));
                return true;
            case FaultKind.Html:
                await exchange.SendAsync(HtmlReply(fault));
                return true;
            case FaultKind.SlowDrip:
                await DripAsync(fault, exchange, reply);
                return true;
            case FaultKind.Altered:
                await exchange.SendAsync(AnswerChange.Alter(fault, api, request, reply).With(fault.Headers));
                return true;
            case FaultKind.Raw:
                await exchange.SendRawAsync(FaultBody.Of(fault.Body!, reply));
                return true;
            case FaultKind.RefusedStream:
                exchange.RefuseStream();
                return true;
            case FaultKind.GoAway:
                exchange.EndConnection();
                return false;
            case FaultKind.EarlyHints:
                await exchange.Connection.WriteAsync(Hints);
                return false;
            case FaultKind.LateAnswer:
                exchange.Connection.Owe(reply);
                return false;
            case FaultKind.StoredTwice:
                return false;
            default:
                await HoldAsync(fault.HoldMs, exchange);
                exchange.Abort();
                return true;
        }
    }

    private static Reply StatusReply(Fault fault, IProviderApi api, ProviderRequest request, Reply would)
    {
        var code = fault.Code ?? 503;
        var message = fault.Message is { } kind ? FaultMessages.Of(kind, api, request) : null;
        var reply = fault.Body is { } body
            ? Reply.Text(code, body.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? "application/json" : "text/plain; charset=utf-8", body)
            : api.Error(request, code, message);
        reply = reply with { RetryAfter = fault.RetryAfter, Location = code is >= 300 and < 400 ? LocationOf(request, would) : null };
        if (fault is { IsBefore: false, Body: null })
            api.Failed(request, reply);
        return reply.With(fault.Headers);
    }

    // The customer's address, if there is a customer.
    private static string LocationOf(ProviderRequest request, Reply would)
    {
        var isCustomer = would.Status is >= 200 and < 300 && request.Route.Operation == EmulatedOperation.Create;
        return isCustomer && JsonNode.Parse(would.Body.Span)!["id"] is { } id ? $"{request.Path}/{id}" : request.Path;
    }

    private static Reply HtmlReply(Fault fault)
    {
        var code = fault.Code ?? 502;
        var reply = fault.Body is { } body
            ? Reply.Text(code, "text/html; charset=utf-8", body)
            : Reply.Html(code, "en", "The server returned an invalid or incomplete response.");
        return (reply with { RetryAfter = fault.RetryAfter }).With(fault.Headers);
    }

    // Do not abort the connection: an abort can overtake bytes that were sent before, and the client would see a reset without any
    // response. Kestrel closes the connection if a response is shorter than announced.
    private static async Task TruncateAsync(Exchange exchange, Reply reply)
    {
        var body = reply.Body.IsEmpty ? "{\"message\":\""u8.ToArray() : reply.Body;
        var status = reply.Body.IsEmpty ? StatusCodes.Status200OK : reply.Status;
        exchange.Begin(reply with { Status = status, ContentType = reply.ContentType ?? "application/json" }, body.Length + 64);
        await exchange.WriteAsync(body[..((body.Length + 1) / 2)]);
    }

    private async Task DripAsync(Fault fault, Exchange exchange, Reply reply)
    {
        exchange.Begin(reply, reply.Body.Length);
        var start = time.GetTimestamp();
        for (var i = 0; i < reply.Body.Length; i++)
        {
            // Scheduled relative to the first byte, so that late timers do not accumulate.
            var due = TimeSpan.FromMilliseconds(fault.DripMs * (double)i / Math.Max(1, reply.Body.Length - 1));
            var wait = due - time.GetElapsedTime(start);
            if (wait > TimeSpan.Zero && !await WaitAsync(wait, exchange))
                return;
            await exchange.WriteAsync(reply.Body.Slice(i, 1));
        }
    }

    private Task<bool> HoldAsync(int? milliseconds, Exchange exchange) =>
        milliseconds is 0
            ? Task.FromResult(true)
            : WaitAsync(milliseconds is { } limit ? TimeSpan.FromMilliseconds(limit) : Timeout.InfiniteTimeSpan, exchange);

    /// <summary>True if the time has elapsed; false if the client disconnected first or the emulator stops.</summary>
    private async Task<bool> WaitAsync(TimeSpan wait, Exchange exchange)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(exchange.ClientGone, stopping);
        try
        {
            await Task.Delay(wait, time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            exchange.Abort();
            return false;
        }
    }
}
