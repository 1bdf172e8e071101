using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// The connection below a request, for bytes that a correct server would not send. Usable only before a response starts, while
/// Kestrel has nothing to write.
/// </summary>
internal sealed class RawConnection(ConnectionContext connection)
{
    private byte[]? _owed;

    /// <summary>Keeps a response until the next request arrives.</summary>
    public void Owe(Reply reply) => _owed = Render(reply);

    /// <summary>Sends the response that was kept, if there is one.</summary>
    public async Task SendOwedAsync()
    {
        if (Interlocked.Exchange(ref _owed, null) is { } owed)
            await WriteAsync(owed);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await connection.Transport.Output.WriteAsync(bytes);

    /// <summary>Closes the connection after everything was sent, and waits for it. An abort could overtake the bytes.</summary>
    public async Task CloseAsync()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = connection.ConnectionClosed.Register(() => closed.TrySetResult());
        await connection.Transport.Output.CompleteAsync();
        await closed.Task;
    }

    /// <summary>The bytes of a response.</summary>
    private static byte[] Render(Reply reply)
    {
        var head = new StringBuilder()
            .Append(FormattableString.Invariant($"HTTP/1.1 {reply.Status} {ReasonPhrases.GetReasonPhrase(reply.Status)}\r\n"))
            .Append(FormattableString.Invariant($"Content-Length: {reply.Body.Length}\r\n"));
        if (reply.ContentType is not null)
            head.Append(FormattableString.Invariant($"Content-Type: {reply.ContentType}\r\n"));
        foreach (var (name, value) in reply.Headers)
            head.Append(FormattableString.Invariant($"{name}: {value}\r\n"));
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. reply.Body.Span];
    }
}
