using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>Access to Stripe: one address for both environments. The key selects the environment (contracts/stripe.md, "Endpoints").</summary>
internal sealed class StripeAccess : ProviderAccess
{
    // The API version for which the requests are written. The default version of an account may be different.
    private const string Version = "2020-03-02";

    // "About 100 requests a second live, 25 in test mode" (contracts/stripe.md, "Limits"). Leaves some for the account's other programs.
    private const int LiveRate = 80;
    private const int TestRate = 20;

    private static readonly Uri Address = new("https://api.stripe.com/v1");

    public override CredentialVariables Variables { get; } = new("STRIPE_API_KEY");

    public override string CredentialHelp => StripeMessages.StripeCredential;

    public override Uri BaseUri(PaymentEnvironment environment) => Address;

    public override int? RateLimit(PaymentEnvironment environment) => environment == PaymentEnvironment.Production ? LiveRate : TestRate;

    public override PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        if (credential.ClientId is not null)
            throw ProviderErrors.Credential(StripeMessages.StripeTakesKeyOnly);
        if (credential.ApiKey.StartsWith("pk_", StringComparison.OrdinalIgnoreCase))
            throw ProviderErrors.Credential(StripeMessages.StripePublishableKey);
        if (EnvironmentOf(credential.ApiKey) is not { } environment)
            throw ProviderErrors.Credential(StripeMessages.StripeKeyForm);
        if (requested is { } other && other != environment)
            throw ProviderErrors.Credential(ProviderMessages.KeyOfOtherEnvironment(environment, other), ProviderMessages.LeaveEnvironmentOut(other));
        return environment;
    }

    public override void Authorize(HttpRequestHeaders headers, PaymentConnection connection)
    {
        headers.TryAddWithoutValidation("Authorization", new AuthenticationHeaderValue("Bearer", connection.ApiKey.Reveal()).ToString());
        headers.TryAddWithoutValidation("Stripe-Version", Version);
    }

    private static PaymentEnvironment? EnvironmentOf(string key) =>
        key.Length < 3 || key[..3] is not ("sk_" or "rk_") ? null
        : key[3..].StartsWith("test_", StringComparison.Ordinal) ? PaymentEnvironment.Sandbox
        : key[3..].StartsWith("live_", StringComparison.Ordinal) ? PaymentEnvironment.Production
        : null;
}
