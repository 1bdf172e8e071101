using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>Access to OnePay: one address for both environments. The key selects the environment.</summary>
internal sealed class OnePayAccess : ProviderAccess
{
    private const string TestKey = "sk_test_";
    private const string LiveKey = "sk_live_";
    private const string PublicKey = "pk_";

    private static readonly Uri Address = new("https://api.onepay.la/v1");

    public override CredentialVariables Variables { get; } = new("ONEPAY_API_KEY");

    public override string CredentialHelp => OnePayMessages.OnePayCredential;

    public override Uri BaseUri(PaymentEnvironment environment) => Address;

    public override PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        if (credential.ClientId is not null)
            throw ProviderErrors.Credential(OnePayMessages.OnePayTakesKeyOnly);
        if (credential.ApiKey.StartsWith(PublicKey, StringComparison.OrdinalIgnoreCase))
            throw ProviderErrors.Credential(OnePayMessages.OnePayPublicKey);
        PaymentEnvironment? own =
            credential.ApiKey.StartsWith(TestKey, StringComparison.Ordinal) ? PaymentEnvironment.Sandbox
            : credential.ApiKey.StartsWith(LiveKey, StringComparison.Ordinal) ? PaymentEnvironment.Production
            : null;
        if (own is not { } environment)
            throw ProviderErrors.Credential(OnePayMessages.OnePayKeyForm);
        if (requested is { } other && other != environment)
            throw ProviderErrors.Credential(ProviderMessages.KeyOfOtherEnvironment(environment, other), ProviderMessages.LeaveEnvironmentOut(other));
        return environment;
    }

    public override void Authorize(HttpRequestHeaders headers, PaymentConnection connection) =>
        headers.TryAddWithoutValidation("Authorization", new AuthenticationHeaderValue("Bearer", connection.ApiKey.Reveal()).ToString());
}
