using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>The errors of Stripe. A header says whether a retry can help.</summary>
internal sealed class StripeErrors : ErrorFormat
{
    // Stripe repeats the first response to a key, even a failure, so that a retry with the same key cannot succeed.
    public override bool? ShouldRetry(int status, HttpHeaders? headers) =>
        StripeHeaders.ShouldRetry(headers) ?? (status >= 500 && StripeHeaders.IsReplay(headers) ? false : null);
}
