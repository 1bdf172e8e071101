using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>Reads requests without changing them.</summary>
internal static class RequestReader
{
    /// <summary>Path and query as sent, still escaped, because tests check what a client sent.</summary>
    public static (string Path, string Query) Target(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }

    public static IReadOnlyDictionary<string, string> Headers(HttpContext context)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Headers)
            headers.Add(name, string.Join(", ", values.ToArray()));
        return headers;
    }

    /// <summary>The whole body. Above its limit, Kestrel throws a <see cref="BadHttpRequestException"/>.</summary>
    public static async Task<byte[]> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is { } length and <= EmulatorServer.LargestBody)
        {
            if (length == 0)
                return [];
            var body = new byte[length];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            return body;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }
}
