using System.Net.Http.Headers;
using System.Text;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>Access to Dots: one address per environment, and Basic authentication.</summary>
internal sealed class DotsAccess : ProviderAccess
{
    private const string AppId = nameof(PaymentConnection.AppId);

    private static readonly Uri Production = new("https://api.dots.dev/api");
    private static readonly Uri Sandbox = new("https://pls.senddotssandbox.com/api");

    public override CredentialVariables Variables { get; } = new("DOTS_API_KEY", "DOTS_CLIENT_ID");

    public override string CredentialHelp => DotsMessages.DotsCredential;

    /// <summary>The app that an organization's key acts for.</summary>
    public override IReadOnlyList<string> Options { get; } = [AppId];

    public override Uri BaseUri(PaymentEnvironment environment) =>
        environment == PaymentEnvironment.Production ? Production : Sandbox;

    // Each environment has its own keys, but their prefix does not tell which: production must be selected explicitly.
    public override PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        if (string.IsNullOrWhiteSpace(credential.ClientId))
            throw ProviderErrors.Credential(DotsMessages.DotsNeedsClientId);
        // RFC 7617, 2: the user-id ends at the first colon.
        if (credential.ClientId.Contains(':', StringComparison.Ordinal))
            throw ProviderErrors.Credential(DotsMessages.ClientIdHasColon);
        return requested ?? PaymentEnvironment.Sandbox;
    }

    public override void Authorize(HttpRequestHeaders headers, PaymentConnection connection)
    {
        headers.TryAddWithoutValidation("Authorization", new AuthenticationHeaderValue("Basic", BasicToken(connection)).ToString());
        if (connection.Options.TryGetValue(AppId, out var appId))
            headers.Add("Api-App-Id", appId);
    }

    public override IEnumerable<string> Secrets(PaymentConnection connection) =>
        [connection.ApiKey.Reveal(), BasicToken(connection), UserAndPassword(connection)];

    private static string BasicToken(PaymentConnection connection) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(UserAndPassword(connection)));

    private static string UserAndPassword(PaymentConnection connection) =>
        $"{connection.ClientId.Reveal()}:{connection.ApiKey.Reveal()}";
}
