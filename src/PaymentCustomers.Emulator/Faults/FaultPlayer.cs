using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Plays a fault on a connection.</summary>
internal sealed class FaultPlayer(TimeProvider time, CancellationToken stopping)
{
    private const string NotJson = "<<<<<<< no JSON, whatever the header says {\"id\": }";

    /// <summary>Plays a fault.</summary>
    /// <param name="rule">What to play.</param>
    /// <param name="exchange">On what.</param>
    /// <param name="reply">What would be answered: after the request was carried out its own answer, before it a 503.</param>
    /// <param name="error">The provider's error form for a status.</param>
    /// <returns>True when the exchange is over; false when it goes on as if nothing had been.</returns>
    public async Task<bool> PlayAsync(FaultRule rule, Exchange exchange, Reply reply, Func<int, Reply> error)
    {
        switch (rule.Kind)
        {
            case FaultKind.Status:
                await exchange.SendAsync(StatusReply(rule, error));
                return true;
            case FaultKind.Reset:
                exchange.Abort();
                return true;
            case FaultKind.Timeout:
                return !await HoldAsync(rule.HoldMs, exchange);
            case FaultKind.Truncated:
                await TruncateAsync(exchange, reply);
                return true;
            case FaultKind.Garbage:
                await exchange.SendAsync(Reply.Text(200, "application/json", rule.Body ?? NotJson));
                return true;
            case FaultKind.Html:
                await exchange.SendAsync(HtmlReply(rule));
                return true;
            case FaultKind.SlowDrip:
                await DripAsync(rule, exchange, reply);
                return true;
            default:
                await HoldAsync(rule.HoldMs, exchange);
                exchange.Abort();
                return true;
        }
    }

    private static Reply StatusReply(FaultRule rule, Func<int, Reply> error)
    {
        var code = rule.Code ?? 503;
        var reply = rule.Body is { } body
            ? Reply.Text(code, body.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? "application/json" : "text/plain; charset=utf-8", body)
            : error(code);
        return reply with { RetryAfter = rule.RetryAfter };
    }

    private static Reply HtmlReply(FaultRule rule)
    {
        var code = rule.Code ?? 502;
        var reply = rule.Body is { } body
            ? Reply.Text(code, "text/html; charset=utf-8", body)
            : Reply.Html(code, "en", "The server returned an invalid or incomplete response.");
        return reply with { RetryAfter = rule.RetryAfter };
    }

    // Not an abort: that may overtake the bytes sent before it, and the client would see a reset and no answer at all.
    // Kestrel closes the connection of an answer that stays shorter than it announced.
    private static async Task TruncateAsync(Exchange exchange, Reply reply)
    {
        var body = reply.Body.IsEmpty ? "{\"message\":\""u8.ToArray() : reply.Body;
        var status = reply.Body.IsEmpty ? StatusCodes.Status200OK : reply.Status;
        exchange.Begin(reply with { Status = status, ContentType = reply.ContentType ?? "application/json" }, body.Length + 64);
        await exchange.WriteAsync(body[..((body.Length + 1) / 2)]);
    }

    private async Task DripAsync(FaultRule rule, Exchange exchange, Reply reply)
    {
        exchange.Begin(reply, reply.Body.Length);
        var start = time.GetTimestamp();
        for (var i = 0; i < reply.Body.Length; i++)
        {
            // By the clock from the first byte on, so that timers that come late do not add up.
            var due = TimeSpan.FromMilliseconds(rule.DripMs * (double)i / Math.Max(1, reply.Body.Length - 1));
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

    /// <summary>True when the time has passed, false when the client went away first or the emulator stops.</summary>
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
