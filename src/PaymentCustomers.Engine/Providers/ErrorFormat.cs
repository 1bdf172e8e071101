using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers;

/// <summary>What a provider's refusals mean.</summary>
internal class ErrorFormat
{
    /// <summary>Reads the provider's own account of a refusal; never fails.</summary>
    public virtual ErrorBody Read(ReadOnlyMemory<byte> body, string? mediaType) => ErrorBody.Read(body, mediaType);

    /// <summary>What a refusal means where the provider differs from HTTP's own sense; null where it does not.</summary>
    public virtual PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) => null;

    /// <summary>Whether the provider advises to send a refused request again; null if it says nothing.</summary>
    public virtual bool? ShouldRetry(int status, HttpHeaders? headers) => null;
}
