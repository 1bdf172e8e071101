using System.Management.Automation;
using System.Security;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet with the parameters that define a connection, except the provider.</summary>
public abstract class ConnectionParameterCmdlet : CancellableCmdlet
{
    private protected static readonly string[] ConnectionParameters =
    [
        nameof(Credential), nameof(ApiKey), nameof(Environment), nameof(AppId), nameof(Account), nameof(BaseUri), nameof(Proxy),
        nameof(ProxyCredential),
    ];

    /// <summary>Client id and API key (Dots). By default DOTS_CLIENT_ID and DOTS_API_KEY are used.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Secret key (OnePay). By default ONEPAY_API_KEY is used.</summary>
    [Parameter]
    [NoPlainSecret]
    public SecureString? ApiKey { get; set; }

    /// <summary>The environment. Dots: Sandbox by default. OnePay: determined by the key.</summary>
    [Parameter]
    public PaymentEnvironment? Environment { get; set; }

    /// <summary>The app that an organization's key acts for (Dots).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? AppId { get; set; }

    /// <summary>A name for the account, so that idempotency keys stay the same when the secret changes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Account { get; set; }

    /// <summary>A base address that replaces the provider's; https, or http to this machine.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy for requests.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The proxy's credential.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Opens the connection that the parameters define.</summary>
    /// <exception cref="PaymentException">A parameter has an empty value, or the connection cannot be opened.</exception>
    private protected PaymentConnection OpenConnection(string provider, string? name = null)
    {
        // Empty values usually come from unset variables. A default instead could mean another account.
        foreach (var parameter in ConnectionParameters)
        {
            if (MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && IsNothing(given))
                throw ConnectionRequests.WithoutValue(parameter);
        }

        return ConnectionFactory.Open(new ConnectionRequest(provider)
        {
            Credential = ConnectionRequests.Credential(Credential, ApiKey),
            Environment = Environment,
            Options = new Dictionary<string, string?> { [nameof(AppId)] = AppId },
            Account = Account,
            BaseUri = BaseUri,
            Proxy = Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            Name = name,
        });
    }

    // PowerShell converts $null to an empty text or an empty address.
    private static bool IsNothing(object? given) => given switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        Uri address => address.OriginalString.Length == 0,
        PSCredential credential => credential == PSCredential.Empty,
        _ => false,
    };
}
