namespace PaymentCustomers.Engine.Startup;

/// <summary>A connection to a server that exists only in memory. It answers one request, whatever that is, and then closes the connection.</summary>
internal sealed class ServerInMemory : Stream
{
    private readonly TaskCompletionSource _request = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _response =
        new("HTTP/1.1 201\r\nContent-Type:application/json\r\nContent-Length:11\r\n\r\n{\"id\":\"c1\"}"u8.ToArray());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _request.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _response.Read(buffer.Span);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _request.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _response.Dispose();
        base.Dispose(disposing);
    }
}
