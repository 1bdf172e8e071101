using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>
/// A cmdlet for one provider: through -Connection, -Provider with a credential, or the runspace's default connection.
/// </summary>
public abstract class ConnectionCmdlet : ConnectionParameterCmdlet
{
    private PaymentConnection? _connection;

    /// <summary>The connection to use, from Connect-PaymentProvider, or its name.</summary>
    [Parameter]
    [ValidateNotNull]
    [ConnectionName]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PaymentConnection? Connection { get; set; }

    /// <summary>The provider.</summary>
    [Parameter]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    private protected PaymentConnection ActiveConnection => _connection ??= Find() ?? throw ConnectionErrors.NotConnected(Provider is null ? null : PaymentProviders.Get(Provider));

    /// <summary>Finds the connection before the first row, so that no row is lost if the connection is wrong.</summary>
    protected sealed override void BeginProcessing()
    {
        DebugWithoutPrompts.Apply(this);
        try
        {
            Begin();
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }

    /// <summary>Called before the first row. A <see cref="PaymentException"/> thrown here ends the pipeline.</summary>
    private protected abstract void Begin();

    /// <summary>The connection from the parameters, the runspace or the environment; null if there is none.</summary>
    private protected PaymentConnection? Find()
    {
        var given = ConnectionParameters.Where(MyInvocation.BoundParameters.ContainsKey).ToList();
        if (Connection is not null)
        {
            if (Provider is not null || given.Count > 0)
                throw ConnectionRequests.Contradiction(nameof(Connection), given.FirstOrDefault() ?? nameof(Provider));
            if (!Connection.IsStored)
                throw ConnectionErrors.NoConnectionNamed(Connection.Name);
            return Connection.IsConnected ? Connection : throw AttemptErrors.Disconnected(Connection);
        }

        if (Provider is null && given.Count > 0)
            throw ConnectionRequests.ProviderMissing(given[0]);
        if (given.Count > 0)
            return OpenConnection(Provider!);
        if (RunspaceConnections.Current.Default(Provider) is { } stored)
            return stored;
        return Provider is not null && EnvironmentCredentials.Find(PaymentProviders.Get(Provider)) is not null ? OpenConnection(Provider) : null;
    }
}
