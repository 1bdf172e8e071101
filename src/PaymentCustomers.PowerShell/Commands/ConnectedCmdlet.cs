using System.Management.Automation;
using PaymentCustomers.Engine;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>
/// A cmdlet that talks to a provider: over -Connection, or -Provider with a credential, or the runspace's default.
/// </summary>
public abstract class ConnectedCmdlet : ConnectionParameterCmdlet
{
    private PaymentConnection? _connection;
    private ProviderClient? _client;

    /// <summary>The connection to use, from Connect-PaymentProvider.</summary>
    [Parameter]
    [ValidateNotNull]
    public PaymentConnection? Connection { get; set; }

    /// <summary>The provider.</summary>
    [Parameter]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    /// <summary>The longest that one request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a request is sent again after the first time, where that is safe and may help.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    private protected PaymentConnection ActiveConnection => _connection ??= Resolve();

    private protected ProviderClient Client => _client ??= new ProviderClient(
        ActiveConnection, new ProviderClientOptions { Timeout = TimeSpan.FromSeconds(TimeoutSec), Log = Log });

    /// <summary>Finds the connection before the first row, so that a wrong one costs none.</summary>
    protected sealed override void BeginProcessing()
    {
        try
        {
            _ = Client;
            Begin();
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }

    /// <summary>Called once there is a client; a <see cref="PaymentException"/> thrown here ends the pipeline.</summary>
    private protected virtual void Begin()
    {
    }

    private PaymentConnection Resolve()
    {
        var given = ConnectionParameters.Where(MyInvocation.BoundParameters.ContainsKey).ToList();
        if (Connection is not null)
        {
            if (Provider is not null || given.Count > 0)
                throw ConnectionRequests.Contradiction(nameof(Connection), given.FirstOrDefault() ?? nameof(Provider));
            return Connection;
        }

        if (Provider is null && given.Count > 0)
            throw ConnectionRequests.ProviderMissing(given[0]);
        if (given.Count == 0)
        {
            var stored = RunspaceConnections.Current.Default(Provider);
            if (stored is not null || Provider is null)
                return stored ?? throw Errors.NotConnected(Provider);
            if (EnvironmentCredentials.Find(Provider) is null)
                throw Errors.NotConnected(Provider);
        }

        return OpenConnection(Provider!);
    }
}
