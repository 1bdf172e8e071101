using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Opens connections. Nothing is sent.</summary>
internal static class ConnectionFactory
{
    // What SocketsHttpHandler goes through; of any other scheme it would say so only when a request is sent.
    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    // It stands in the first line of each run in a journal, which must stay readable (JournalFormat.LongestLine).
    private const int LongestAccount = 100;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>: none given, or one of the wrong kind.</exception>
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
        // A proxy gets what is sent by plain http as it is, the credential in its header too.
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

    /// <summary>Whether an address is this machine's own.</summary>
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

    // Anybody may read a connection's proxy: its password goes into the credential.
    private static Uri? Proxy(Uri? asked)
    {
        if (asked is null)
            return null;
        if (!asked.IsAbsoluteUri || !ProxySchemes.Contains(asked.Scheme))
            throw ConnectionErrors.Invalid(ConnectionMessages.ProxyForm);
        return asked.UserInfo.Length == 0 ? asked : throw ConnectionErrors.Invalid(ConnectionMessages.ProxyHasUser);
    }

    // RFC 9110, 5.5: what a header may hold. The value itself must not stand in the message.
    private static void CheckCharacters(ProviderCredential credential)
    {
        if (credential.ApiKey.Length == 0)
            throw ProviderErrors.Credential(ConnectionMessages.KeyEmpty);
        if (!IsHeaderText(credential.ApiKey) || (credential.ClientId is { } id && !IsHeaderText(id)))
            throw ProviderErrors.Credential(ConnectionMessages.KeyCharacters);
    }

    private static bool IsHeaderText(string text) => text.All(character => character is >= '!' and <= '~');

    /// <summary>The options that were given, each of them one that the provider has.</summary>
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

    /// <summary>48 bits of a hash: enough to tell accounts apart, nothing to find a key by.</summary>
    private static string Fingerprint(ProviderCredential credential, IEnumerable<string> options) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', options.Prepend(credential.ClientId ?? credential.ApiKey)))).AsSpan(0, 6))
            .ToLower(CultureInfo.InvariantCulture);
}
