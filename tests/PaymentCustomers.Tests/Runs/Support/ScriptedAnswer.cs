using System.Globalization;
using System.Text;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What a <see cref="ScriptedServer"/> does with a request.</summary>
/// <param name="Bytes">What goes over the wire; null for nothing.</param>
/// <param name="Resets">Whether the connection is reset then.</param>
public sealed record ScriptedAnswer(byte[]? Bytes, bool Resets = false)
{
    /// <summary>No answer, until the client goes away.</summary>
    public static ScriptedAnswer Silence { get; } = new(Bytes: null);

    /// <summary>The connection breaks.</summary>
    public static ScriptedAnswer Reset { get; } = new(Bytes: null, Resets: true);

    /// <summary>A customer with an id made of the number.</summary>
    public static ScriptedAnswer Customer(int number) => Json(200, $$"""{"id":"{{Id(number)}}"}""");

    /// <summary>An empty list, in the shapes of both providers.</summary>
    public static ScriptedAnswer NoCustomers { get; } = Json(200, """{"data":[],"has_more":false}""");

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:x12}");

    public static ScriptedAnswer Json(int status, string body, params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), [.. headers, "Content-Type: application/json"]);

    public static ScriptedAnswer Of(int status, byte[] body, params string[] headers)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Scripted\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");
        return new ScriptedAnswer([.. Encoding.ASCII.GetBytes(head), .. body]);
    }
}
