using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>The headers of Stripe's responses (contracts/stripe.md, "Idempotency" and "Errors").</summary>
internal static class StripeHeaders
{
    /// <summary>Whether the response repeats the response to an earlier request with the same key.</summary>
    public static bool IsReplay(HttpHeaders? headers) => Flag(headers, "Idempotent-Replayed") == true;

    /// <summary>Whether Stripe recommends a retry; null if it does not say.</summary>
    public static bool? ShouldRetry(HttpHeaders? headers) => Flag(headers, "Stripe-Should-Retry");

    private static bool? Flag(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out var values) && bool.TryParse(values.First(), out var value) ? value : null;
}
