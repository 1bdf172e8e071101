using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>A complete response before its first byte is sent, so that a fault can truncate, delay or replace it.</summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>For 405: the allowed methods.</summary>
    public string? Allow { get; init; }

    /// <summary>The header <c>Retry-After</c>, unchanged.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The header <c>Location</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Headers of the provider, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The same response with additional headers. They replace existing ones.</summary>
    public Reply With(IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is null)
            return this;
        var all = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
            all[name] = value;
        return this with { Headers = all };
    }

    public static Reply NoContent { get; } = new(204, null, default);

    public static Reply Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, EmulatorJson.Writer))
            write(writer);
        return new Reply(status, "application/json", buffer.WrittenMemory);
    }

    public static JsonObject Object(Action<Utf8JsonWriter> write) => JsonNode.Parse(Json(200, write).Body.Span)!.AsObject();

    public static Reply Text(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static Reply Html(int status, string language, string message) =>
        Text(status, "text/html; charset=utf-8",
            $"<!DOCTYPE html>\n<html lang=\"{language}\"><head><title>{status}</title></head><body><h1>{status}</h1><p>{message}</p></body></html>\n");
}
