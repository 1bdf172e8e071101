using System.Net;

namespace PaymentCustomers.Engine.Http;

/// <summary>Remembers whether any attempt at a request has left this machine.</summary>
/// <param name="mayLeave">Asked just before a request leaves: where it says no, nothing leaves. Null for a request that always may.</param>
internal sealed class WireMark(Func<bool>? mayLeave = null)
{
    /// <summary>Whether any has: until then, the provider cannot have seen the request.</summary>
    public bool HasLeft { get; private set; }

    /// <exception cref="HttpRequestException">It may not leave, and has not.</exception>
    public void Leave()
    {
        if (mayLeave?.Invoke() == false)
            throw new HttpRequestException(HttpRequestError.ConnectionError, HttpMessages.MayNotLeave);
        HasLeft = true;
    }
}

/// <summary>
/// The body of a create. It is asked for once there is a connection, just before the request goes onto it: a request that
/// was given up before has not been sent.
/// </summary>
internal sealed class CreateBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly WireMark _mark;

    public CreateBody(ReadOnlyMemory<byte> bytes, string mediaType, WireMark mark)
    {
        _bytes = bytes;
        _mark = mark;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>What is sent.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether this attempt has left.</summary>
    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _mark.Leave();
        HasLeft = true;
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
