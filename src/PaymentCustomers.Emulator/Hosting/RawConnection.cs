using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// The connection below a request, for bytes that no server sends. Only while Kestrel has nothing to write: before an answer
/// begins.
/// </summary>
internal sealed class RawConnection(ConnectionContext connection)
{
    private byte[]? _owed;

    /// <summary>Keeps an answer back until the next request comes.</summary>
    public void Owe(Reply reply) => _owed = Render(reply);

    /// <summary>Sends what was kept back, if anything was.</summary>
    public async Task SendOwedAsync()
    {
        if (Interlocked.Exchange(ref _owed, null) is { } owed)
            await WriteAsync(owed);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await connection.Transport.Output.WriteAsync(bytes);

    /// <summary>Closes the connection when all that was written is sent, and waits for it: an abort could overtake it.</summary>
    public async Task CloseAsync()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = connection.ConnectionClosed.Register(() => closed.TrySetResult());
        await connection.Transport.Output.CompleteAsync();
        await closed.Task;
    }

    /// <summary>An answer as it goes over the wire.</summary>
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
