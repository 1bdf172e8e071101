using Microsoft.AspNetCore.Http;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>One request on its connection: what is sent on it is noted in its record before the client can see it.</summary>
internal sealed class Exchange(HttpContext context, RecordedRequest? record, long ordinal)
{
    public CancellationToken ClientGone => context.RequestAborted;

    public RecordedRequest? Record => record;

    public Task SendAsync(Reply reply)
    {
        Begin(reply, reply.Body.Length);
        return WriteAsync(reply.Body);
    }

    /// <summary>Sets status and headers, with the length announced.</summary>
    public void Begin(Reply reply, int length)
    {
        record?.Answered(reply.Status);
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers["x-request-id"] = $"emulator-{ordinal}";
        if (reply.Allow is not null)
            response.Headers.Allow = reply.Allow;
        if (reply.RetryAfter is not null)
            response.Headers.RetryAfter = reply.RetryAfter;
        if (reply.ContentType is not null)
            response.ContentType = reply.ContentType;

        // 204 and 304 have no body, and HTTP allows them no length either.
        if (reply.Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            response.ContentLength = length;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || context.Response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        await context.Response.BodyWriter.WriteAsync(bytes);
    }

    public void Abort() => context.Abort();
}
