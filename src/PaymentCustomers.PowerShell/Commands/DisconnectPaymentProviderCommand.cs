using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Closes connections and removes their credentials from memory: the given one, those with a name or provider, or the default.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PaymentProvider", DefaultParameterSetName = NameSet, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class DisconnectPaymentProviderCommand : PSCmdlet
{
    private const string NameSet = "Name";
    private const string ConnectionSet = "Connection";

    /// <summary>The connection, or its name.</summary>
    [Parameter(ParameterSetName = ConnectionSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ConnectionName]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PaymentConnection? Connection { get; set; }

    /// <summary>The connection's name. Wildcards are supported.</summary>
    [Parameter(ParameterSetName = NameSet, Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string? Name { get; set; }

    /// <summary>All connections to this provider.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => DebugWithoutPrompts.Apply(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var connection in Chosen())
        {
            if (!ShouldProcess(connection.ToString(), Messages.Disconnect))
                continue;
            RunspaceConnections.Current.Remove(connection);
            connection.Disconnect();
        }
    }

    private List<PaymentConnection> Chosen()
    {
        if (Connection is not null)
        {
            if (!Connection.IsStored)
                WriteError(ErrorRecords.From(ConnectionErrors.NoConnectionNamed(Connection.Name), Connection.Name));
            return Connection.IsStored ? [Connection] : [];
        }

        var stored = RunspaceConnections.Current;
        if (Name is null && Provider is null)
        {
            var last = stored.Default(null);
            if (last is null)
                WriteError(ErrorRecords.From(ConnectionErrors.NotConnected(null), null));
            return last is null ? [] : [last];
        }

        var pattern = WildcardPattern.Get(Name ?? "*", WildcardOptions.IgnoreCase);
        var chosen = stored.All.Where(connection => pattern.IsMatch(connection.Name)
            && (Provider is null || connection.Provider.Equals(Provider, StringComparison.OrdinalIgnoreCase))).ToList();
        if (chosen.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(Name ?? ""))
            WriteError(ErrorRecords.From(Name is null ? ConnectionErrors.NotConnected(Provider is null ? null : PaymentProviders.Get(Provider)) : ConnectionErrors.NoConnectionNamed(Name), Name ?? Provider));
        return chosen;
    }
}
