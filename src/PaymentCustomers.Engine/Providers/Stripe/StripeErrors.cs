using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>Stripe says in a header whether it helps to send a refused request again.</summary>
internal sealed class StripeErrors : ErrorFormat
{
    // The first answer to a key is replayed whatever it was: another attempt would bring the same failure.
    public override bool? ShouldRetry(int status, HttpHeaders? headers) =>
        StripeHeaders.ShouldRetry(headers) ?? (status >= 500 && StripeHeaders.IsReplay(headers) ? false : null);
}
