using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Opens connections. Sends no request.</summary>
internal static class ConnectionFactory
{
    // The schemes that SocketsHttpHandler supports. It would report any other scheme only with the first request.
    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    // The account is part of each run's first line in the journal, which must not exceed JournalFormat.LongestLine.
    private const int LongestAccount = 100;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>: no credential was given, or one of the wrong kind.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ConnectionInvalid"/>: the provider is unknown, an address is not allowed, or an option does not fit the provider.</exception>
    public static PaymentConnection Open(ConnectionRequest request) => Open(PaymentProviders.Get(request.Provider), request);

    /// <summary>Opens a connection to a provider.</summary>
    /// <inheritdoc cref="Open(ConnectionRequest)" path="/exception"/>
    public static PaymentConnection Open(PaymentProvider provider, ConnectionRequest request)
    {
        var credential = request.Credential ?? EnvironmentCredentials.Find(provider, request.Variable)
            ?? throw ProviderErrors.Credential(ConnectionMessages.NoCredential(provider.Name, provider.Access.Variables.Names));
        CheckCharacters(credential);
        var options = Options(provider, request);
        var environment = provider.Access.CheckCredential(credential, request.Environment);
        var baseUri = BaseUri(provider, environment, request.BaseUri);
        var proxy = Proxy(request.Proxy);
        // Over plain http a proxy can read every request, including the credential in its header.
        if (proxy is not null && baseUri.Scheme == Uri.UriSchemeHttp)
            throw ConnectionErrors.Invalid(ConnectionMessages.ProxyToPlainHttp, ConnectionMessages.LeaveOutProxy);

        return new PaymentConnection(
            string.IsNullOrWhiteSpace(request.Name) ? provider.Name : request.Name.Trim(),
            provider.Name,
            environment,
            baseUri,
            string.IsNullOrWhiteSpace(request.Account) ? Fingerprint(credential, options.Values) : Account(request.Account.Trim()),
            new Secret(credential.ClientId ?? ""),
            new Secret(credential.ApiKey))
        {
            Options = options,
            Proxy = proxy,
            ProxyCredential = request.ProxyCredential,
        };
    }

    /// <summary>Whether an address is on the loopback interface of this machine.</summary>
    public static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static Uri BaseUri(PaymentProvider provider, PaymentEnvironment environment, Uri? asked)
    {
        var own = provider.Access.BaseUri(environment);
        if (asked is null)
            return own;
        if (!asked.IsAbsoluteUri || (asked.Scheme != Uri.UriSchemeHttps && asked.Scheme != Uri.UriSchemeHttp))
            throw ConnectionErrors.Invalid(ConnectionMessages.BaseUriForm);
        if (asked.UserInfo.Length > 0 || asked.Query.Length > 0 || asked.Fragment.Length > 0)
            throw ConnectionErrors.Invalid(ConnectionMessages.BaseUriHasExtras);
        if (asked.Scheme == Uri.UriSchemeHttp && !IsLoopback(asked))
            throw ConnectionErrors.Invalid(ConnectionMessages.PlainHttp(asked.Host), ConnectionMessages.UseHttps);
        return asked.AbsolutePath == "/" ? new Uri(asked, own.AbsolutePath) : asked;
    }

    private static string Account(string name) => name.Length <= LongestAccount && !name.Any(char.IsControl)
        ? name
        : throw ConnectionErrors.Invalid(ConnectionMessages.AccountForm(LongestAccount, name.Length), ConnectionMessages.AccountAction);

    // A connection's proxy is public, so its password is moved into the credential.
    private static Uri? Proxy(Uri? asked)
    {
        if (asked is null)
            return null;
        if (!asked.IsAbsoluteUri || !ProxySchemes.Contains(asked.Scheme))
            throw ConnectionErrors.Invalid(ConnectionMessages.ProxyForm);
        return asked.UserInfo.Length == 0 ? asked : throw ConnectionErrors.Invalid(ConnectionMessages.ProxyHasUser);
    }

    // RFC 9110, 5.5: the characters that a header may contain. The error message must not contain the value itself.
    private static void CheckCharacters(ProviderCredential credential)
    {
        if (credential.ApiKey.Length == 0)
            throw ProviderErrors.Credential(ConnectionMessages.KeyEmpty);
        if (!IsHeaderText(credential.ApiKey) || (credential.ClientId is { } id && !IsHeaderText(id)))
            throw ProviderErrors.Credential(ConnectionMessages.KeyCharacters);
    }

    private static bool IsHeaderText(string text) => text.All(character => character is >= '!' and <= '~');

    /// <summary>The given options. Each must be one that the provider has.</summary>
    private static SortedDictionary<string, string> Options(PaymentProvider provider, ConnectionRequest request)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, given) in request.Options)
        {
            if (string.IsNullOrWhiteSpace(given))
                continue;
            if (!provider.Access.Options.Contains(name))
                throw ConnectionErrors.Invalid(ConnectionMessages.OptionOfOther(name, WhoHas(name), provider.Name));
            options[name] = IsHeaderText(given.Trim()) ? given.Trim() : throw ConnectionErrors.Invalid(ConnectionMessages.HeaderCharacters(name));
        }

        return options;
    }

    private static IEnumerable<string> WhoHas(string option) =>
        PaymentProviders.All.Where(provider => provider.Access.Options.Contains(option)).Select(provider => provider.Name);

    /// <summary>48 bits of a hash: enough to distinguish accounts, too little to recover the key.</summary>
    private static string Fingerprint(ProviderCredential credential, IEnumerable<string> options) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', options.Prepend(credential.ClientId ?? credential.ApiKey)))).AsSpan(0, 6))
            .ToLower(CultureInfo.InvariantCulture);
}
