using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>One request and its connection. Everything that is sent is recorded before the client can see it.</summary>
internal sealed class Exchange(HttpContext context, RecordedRequest? record, long ordinal, string requestIdHeader, TimeProvider time)
{
    // RFC 9113, 7.
    private const int RefusedStream = 7;

    public CancellationToken ClientGone => context.RequestAborted;

    public RecordedRequest? Record => record;

    public RawConnection Connection => context.Features.GetRequiredFeature<RawConnection>();

    public Task SendAsync(Reply reply)
    {
        Begin(reply, reply.Body.Length);
        return WriteAsync(reply.Body);
    }

    /// <summary>Sends an informational (1xx) status, and closes the connection without a final response.</summary>
    public Task SendInterimAsync(int status)
    {
        record?.Answered(status);
        return SendRawAsync(Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n\r\n")));
    }

    /// <summary>Sends bytes unchanged and closes the connection.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        await Connection.WriteAsync(bytes);
        await Connection.CloseAsync();
        Abort();
    }

    /// <summary>Sets status and headers, including the announced length.</summary>
    public void Begin(Reply reply, int length)
    {
        record?.Answered(reply.Status);
        var response = context.Response;
        response.StatusCode = reply.Status;
        // The Date header uses the same clock as the customers' timestamps.
        response.Headers.Date = time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        response.Headers[requestIdHeader] = $"emulator-{ordinal}";
        if (reply.Allow is not null)
            response.Headers.Allow = reply.Allow;
        if (reply.RetryAfter is not null)
            response.Headers.RetryAfter = reply.RetryAfter;
        if (reply.Location is not null)
            response.Headers.Location = reply.Location;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.ContentType is not null)
            response.ContentType = reply.ContentType;

        // By HTTP, a response that cannot have a body must not have a Content-Length either.
        if (HasBody(reply.Status))
            response.ContentLength = length;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || !HasBody(context.Response.StatusCode))
            return;
        await context.Response.BodyWriter.WriteAsync(bytes);
    }

    public void Abort() => context.Abort();

    /// <summary>Refuses the request's stream, or aborts the connection if it has no streams.</summary>
    public void RefuseStream()
    {
        if (context.Features.Get<IHttpResetFeature>() is { } stream)
            stream.Reset(RefusedStream);
        else
            Abort();
    }

    /// <summary>Lets the connection end after the requests in progress.</summary>
    public void EndConnection() => context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();

    private static bool HasBody(int status) =>
        status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);
}
