using System.Net.Http.Headers;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>A provider with one address, and a secret key that determines the environment.</summary>
internal sealed class FormPayAccess : ProviderAccess
{
    private static readonly Uri Address = new("https://api.formpay.example/v3");

    public override CredentialVariables Variables { get; } = new("FORMPAY_SECRET_KEY");

    public override string CredentialHelp => "-ApiKey, or FORMPAY_SECRET_KEY";

    public override Uri BaseUri(PaymentEnvironment environment) => Address;

    public override PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        var isLive = credential.ApiKey.StartsWith("live:", StringComparison.Ordinal);
        if (credential.ClientId is not null || (!isLive && !credential.ApiKey.StartsWith("test:", StringComparison.Ordinal)))
            throw ProviderErrors.Credential("A key of FormPay begins with test: or live:");
        return isLive ? PaymentEnvironment.Production : PaymentEnvironment.Sandbox;
    }

    public override void Authorize(HttpRequestHeaders headers, PaymentConnection connection) =>
        headers.TryAddWithoutValidation("Authorization", $"Bearer {connection.ApiKey.Reveal()}");
}
