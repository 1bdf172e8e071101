using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>What Stripe says of an answer in its headers (contracts/stripe.md, "Idempotency" and "Errors").</summary>
internal static class StripeHeaders
{
    /// <summary>Whether the answer is the one that an earlier request with the same key got.</summary>
    public static bool IsReplay(HttpHeaders? headers) => Flag(headers, "Idempotent-Replayed") == true;

    /// <summary>Whether Stripe advises to send the request again; null if it says nothing.</summary>
    public static bool? ShouldRetry(HttpHeaders? headers) => Flag(headers, "Stripe-Should-Retry");

    private static bool? Flag(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out var values) && bool.TryParse(values.First(), out var value) ? value : null;
}
