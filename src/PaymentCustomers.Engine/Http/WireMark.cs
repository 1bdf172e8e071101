using System.Net;

namespace PaymentCustomers.Engine.Http;

/// <summary>Records whether any attempt at a request was sent.</summary>
/// <param name="mayLeave">Called immediately before a request is sent; if it returns false, nothing is sent. Null if requests may always be sent.</param>
internal sealed class WireMark(Func<bool>? mayLeave = null)
{
    /// <summary>Whether any attempt was sent. Until then, the provider cannot have received the request.</summary>
    public bool HasLeft { get; private set; }

    /// <exception cref="HttpRequestException">The request may not be sent, and was not sent.</exception>
    public void Leave()
    {
        if (mayLeave?.Invoke() == false)
            throw new HttpRequestException(HttpRequestError.ConnectionError, HttpMessages.MayNotLeave);
        HasLeft = true;
    }
}

/// <summary>
/// The body of a create. The handler reads it when the connection is open, immediately before the request is sent. If it was never
/// read, the request was not sent, or without its body, with which no provider can create a customer.
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

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether the request was sent in the handler's last attempt.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>
    /// Records that the handler begins an attempt. It repeats a request by itself only if nothing was done for its previous attempt: the
    /// stream was refused or excluded by a GOAWAY (RFC 9113, 6.8 and 8.7), or a proxy asked for the credential.
    /// </summary>
    public void BeginAttempt() => HasLeft = false;

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
