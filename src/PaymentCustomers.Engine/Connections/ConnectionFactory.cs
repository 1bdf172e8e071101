using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Providers.Dots;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Opens connections. Nothing is sent.</summary>
public static class ConnectionFactory
{
    // What SocketsHttpHandler goes through; of any other scheme it would say so only when a request is sent.
    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>Opens a connection.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>: none given, or one of the wrong kind.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ConnectionInvalid"/>: the provider is unknown, an address is not allowed, or an option does not fit the provider.</exception>
    public static PaymentConnection Open(ConnectionRequest request)
    {
        var provider = PaymentProviders.Get(request.Provider);
        var credential = request.Credential ?? EnvironmentCredentials.Find(provider.Name, request.Variable)
            ?? throw Errors.Credential(Messages.NoCredential(provider.Name, EnvironmentCredentials.Names(provider.Name)));
        CheckCharacters(credential);
        var appId = string.IsNullOrWhiteSpace(request.AppId) ? null : request.AppId.Trim();
        if (appId is not null && provider is not DotsProvider)
            throw Errors.Connection(Messages.AppIdIsForDots(provider.Name));
        var environment = provider.CheckCredential(credential, request.Environment);

        return new PaymentConnection(
            string.IsNullOrWhiteSpace(request.Name) ? provider.Name : request.Name.Trim(),
            provider.Name,
            environment,
            BaseUri(provider, environment, request.BaseUri),
            string.IsNullOrWhiteSpace(request.Account) ? Fingerprint(credential, appId) : request.Account.Trim(),
            new Secret(credential.ClientId ?? ""),
            new Secret(credential.ApiKey))
        {
            AppId = Header(appId, nameof(request.AppId)),
            Proxy = Proxy(request.Proxy),
            ProxyCredential = request.ProxyCredential,
        };
    }

    /// <summary>Whether an address is this machine's own.</summary>
    public static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static Uri BaseUri(IPaymentProvider provider, PaymentEnvironment environment, Uri? asked)
    {
        var own = provider.BaseUri(environment);
        if (asked is null)
            return own;
        if (!asked.IsAbsoluteUri || (asked.Scheme != Uri.UriSchemeHttps && asked.Scheme != Uri.UriSchemeHttp))
            throw Errors.Connection(Messages.BaseUriForm);
        if (asked.UserInfo.Length > 0 || asked.Query.Length > 0 || asked.Fragment.Length > 0)
            throw Errors.Connection(Messages.BaseUriHasExtras);
        if (asked.Scheme == Uri.UriSchemeHttp && !IsLoopback(asked))
            throw Errors.Connection(Messages.PlainHttp(asked.Host), Messages.UseHttps);
        return asked.AbsolutePath == "/" ? new Uri(asked, own.AbsolutePath) : asked;
    }

    // Anybody may read a connection's proxy: its password goes into the credential.
    private static Uri? Proxy(Uri? asked)
    {
        if (asked is null)
            return null;
        if (!asked.IsAbsoluteUri || !ProxySchemes.Contains(asked.Scheme))
            throw Errors.Connection(Messages.ProxyForm);
        return asked.UserInfo.Length == 0 ? asked : throw Errors.Connection(Messages.ProxyHasUser);
    }

    // RFC 9110, 5.5: what a header may hold. The value itself must not stand in the message.
    private static void CheckCharacters(ProviderCredential credential)
    {
        if (credential.ApiKey.Length == 0)
            throw Errors.Credential(Messages.KeyEmpty);
        if (!IsHeaderText(credential.ApiKey) || (credential.ClientId is { } id && !IsHeaderText(id)))
            throw Errors.Credential(Messages.KeyCharacters);
    }

    private static bool IsHeaderText(string text) => text.All(character => character is >= '!' and <= '~');

    private static string? Header(string? value, string name) =>
        value is null || IsHeaderText(value) ? value : throw Errors.Connection(Messages.HeaderCharacters(name));

    /// <summary>48 bits of a hash: enough to tell accounts apart, nothing to find a key by.</summary>
    private static string Fingerprint(ProviderCredential credential, string? appId) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((credential.ClientId ?? credential.ApiKey) + (appId is null ? "" : "/" + appId))).AsSpan(0, 6))
            .ToLower(CultureInfo.InvariantCulture);
}
