using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers;

/// <summary>How to read a provider's error responses.</summary>
internal class ErrorFormat
{
    /// <summary>Reads the body of an error response. Never throws.</summary>
    public virtual ErrorBody Read(ReadOnlyMemory<byte> body, string? mediaType) => ErrorBody.Read(body, mediaType);

    /// <summary>The meaning of an error response where the provider deviates from HTTP; null where it does not.</summary>
    public virtual PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) => null;

    /// <summary>Whether the provider recommends a retry; null if it does not say.</summary>
    public virtual bool? ShouldRetry(int status, HttpHeaders? headers) => null;
}
