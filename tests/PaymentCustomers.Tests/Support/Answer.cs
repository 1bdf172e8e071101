using System.Globalization;
using System.Text;

namespace PaymentCustomers.Tests;

/// <summary>How a scripted answer ends.</summary>
public enum Ending
{
    /// <summary>The complete answer is sent.</summary>
    Whole,

    /// <summary>The connection is closed before anything is sent.</summary>
    ClosedBefore,

    /// <summary>The connection is closed after half of the body.</summary>
    ClosedWithin,

    /// <summary>The connection is reset before anything is sent.</summary>
    Reset,

    /// <summary>Nothing is sent, and the connection stays open until the client closes it.</summary>
    Silent,

    /// <summary>Half of the body is sent, and the connection stays open until the client closes it.</summary>
    SilentWithin,
}

/// <summary>One answer of a <see cref="ScriptedServer"/>.</summary>
public sealed record Answer(int Status, byte[] Body, string? MediaType)
{
    public Ending Ending { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Answer ClosedBefore { get; } = new(200, [], null) { Ending = Ending.ClosedBefore };

    public static Answer Reset { get; } = new(200, [], null) { Ending = Ending.Reset };

    public static Answer Silent { get; } = new(200, [], null) { Ending = Ending.Silent };

    /// <summary>An empty list that is valid for all providers.</summary>
    public static Answer NoCustomers { get; } = Json("""{"data":[],"has_more":false}""");

    /// <summary>A customer whose id is made from the number.</summary>
    public static Answer Customer(int number) => Json($$"""{"id":"{{Id(number)}}"}""");

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:x12}");

    public static Answer Json(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body), "application/json");

    public static Answer Json(int status, string body, params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), [.. headers, "Content-Type: application/json"]);

    public static Answer Html(string body, int status) => new(status, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8");

    public static Answer Text(string body, int status) => new(status, Encoding.UTF8.GetBytes(body), "text/plain");

    public static Answer Empty(int status) => new(status, [], null);

    /// <summary>An answer with headers in text form, such as <c>Retry-After: 1</c>.</summary>
    public static Answer Of(int status, byte[] body, params string[] headers) =>
        new(status, body, null) { Headers = [.. headers.Select(header => header.Split(": ", 2)).Select(parts => (parts[0], parts[1]))] };

    public Answer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>The bytes of the answer, as far as its ending allows.</summary>
    /// <param name="closes">Whether the server closes the connection afterwards, and says so to the client.</param>
    public byte[] OnTheWire(bool closes)
    {
        List<(string Name, string Value)> headers = [("Content-Length", $"{Body.Length}"), .. Headers];
        if (closes)
            headers.Insert(0, ("Connection", "close"));
        if (MediaType is not null)
            headers.Add(("Content-Type", MediaType));
        var head = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        var body = Ending == Ending.Whole ? Body : Body[..(Body.Length / 2)];
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Scripted\r\n{head}\r\n"), .. body];
    }
}
