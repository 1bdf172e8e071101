using System.Management.Automation;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.Engine.Startup;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Opens a connection and makes it the runspace's default for its provider.</summary>
[Cmdlet(VerbsCommunications.Connect, "PaymentProvider")]
[OutputType(typeof(PaymentConnection))]
public sealed class ConnectPaymentProviderCommand : ConnectionParameterCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The provider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string Provider { get; set; } = "";

    /// <summary>A name for the connection, to keep several; by default the provider's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Name { get; set; }

    /// <summary>Connects without checking the credential at the provider.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => DebugWithoutPrompts.Apply(this);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var connection = OpenConnection(Provider, Name);
            WarmUp.Begin(connection);
            if (!SkipCheck)
                Check(connection);
            WriteVerbose(Messages.Connected(connection));
            RunspaceConnections.Current.Add(connection);
            WriteObject(connection);
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }

    private void Check(PaymentConnection connection)
    {
        var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = Patience, Log = Log });
        Await(new CustomerReader(client, RequestSender.Alone(client, maximumRetryCount: 1)).CheckAsync(Cancellation));
    }
}
