using System.Management.Automation;
using System.Security;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that takes what makes a connection, beside the provider.</summary>
public abstract class ConnectionParameterCmdlet : CancellableCmdlet
{
    private protected static readonly string[] ConnectionParameters =
    [
        nameof(Credential), nameof(ApiKey), nameof(Environment), nameof(AppId), nameof(Account), nameof(BaseUri), nameof(Proxy),
        nameof(ProxyCredential),
    ];

    /// <summary>Client id and API key (Dots); without it, DOTS_CLIENT_ID and DOTS_API_KEY.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Secret key (OnePay); without it, ONEPAY_API_KEY.</summary>
    [Parameter]
    [NoPlainSecret]
    public SecureString? ApiKey { get; set; }

    /// <summary>The environment. Dots: Sandbox unless said otherwise. OnePay: the key's own.</summary>
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

    /// <summary>Another base address than the provider's; https, or http to this machine.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy to go through.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The proxy's credential.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Opens the connection that the parameters describe.</summary>
    /// <exception cref="PaymentException">One of them was given without a value, or the connection cannot be opened.</exception>
    private protected PaymentConnection OpenConnection(string provider, string? name = null)
    {
        // A variable that nobody set: what it stands for must not be taken from elsewhere, which may be another account.
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

    // PowerShell makes an empty text of $null where a text is wanted, and an empty address.
    private static bool IsNothing(object? given) => given switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        Uri address => address.OriginalString.Length == 0,
        PSCredential credential => credential == PSCredential.Empty,
        _ => false,
    };
}
