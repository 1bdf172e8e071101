using System.Net.Sockets;
using System.Text;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>A client that sends and receives raw bytes on one connection.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly TcpClient _tcp = new();

    public NetworkStream Stream => _tcp.GetStream();

    public static async Task<RawClient> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var client = new RawClient();
        await client._tcp.ConnectAsync(address.Host, address.Port, cancellation);
        return client;
    }

    /// <summary>Sends a request with a body, which may be empty.</summary>
    public Task SendAsync(string method, string path, string body, CancellationToken cancellation, params string[] headers)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var head = string.Join("\r\n", [$"{method} {path} HTTP/1.1", "Host: 127.0.0.1", $"Content-Length: {content.Length}", .. headers, "", ""]);
        return Stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. content], cancellation).AsTask();
    }

    /// <summary>Reads everything until the server closes the connection.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(Stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}
