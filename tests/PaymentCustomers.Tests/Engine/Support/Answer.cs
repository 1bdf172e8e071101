using System.Text;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>How far a scripted answer comes.</summary>
internal enum Ending
{
    /// <summary>It is sent whole.</summary>
    Whole,

    /// <summary>The connection is closed before a byte of it.</summary>
    ClosedBefore,

    /// <summary>The connection is closed after half of the body.</summary>
    ClosedWithin,

    /// <summary>Nothing is sent; the connection stays open until the client gives it up.</summary>
    Silent,

    /// <summary>Half of the body is sent; the connection stays open until the client gives it up.</summary>
    SilentWithin,
}

/// <summary>One answer of a scripted server.</summary>
internal sealed record Answer(int Status, byte[] Body, string? MediaType)
{
    public Ending Ending { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Answer ClosedBefore { get; } = new(200, [], null) { Ending = Ending.ClosedBefore };

    public static Answer Silent { get; } = new(200, [], null) { Ending = Ending.Silent };

    public static Answer Json(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body), "application/json");

    public static Answer Html(string body, int status) => new(status, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8");

    public static Answer Text(string body, int status) => new(status, Encoding.UTF8.GetBytes(body), "text/plain");

    public static Answer Empty(int status) => new(status, [], null);

    public Answer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>The bytes that are sent, as far as the ending lets them.</summary>
    public byte[] OnTheWire()
    {
        List<(string Name, string Value)> headers = [("Connection", "close"), ("Content-Length", $"{Body.Length}"), .. Headers];
        if (MediaType is not null)
            headers.Add(("Content-Type", MediaType));
        var head = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        var body = Ending == Ending.Whole ? Body : Body[..(Body.Length / 2)];
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Scripted\r\n{head}\r\n"), .. body];
    }
}
