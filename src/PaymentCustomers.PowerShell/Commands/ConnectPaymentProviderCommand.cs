using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Opens a connection and makes it the runspace's default for its provider.</summary>
[Cmdlet(VerbsCommunications.Connect, "PaymentProvider")]
[OutputType(typeof(PaymentConnection))]
public sealed class ConnectPaymentProviderCommand : ConnectionParameterCmdlet
{
    /// <summary>The provider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string Provider { get; set; } = "";

    /// <summary>A name for the connection, to keep several; the provider's unless it is given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var connection = OpenConnection(Provider, Name);
            RunspaceConnections.Current.Add(connection);
            WriteObject(connection);
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }
}
