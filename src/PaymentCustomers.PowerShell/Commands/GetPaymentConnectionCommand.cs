using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Shows the runspace's connections.</summary>
[Cmdlet(VerbsCommon.Get, "PaymentConnection")]
[OutputType(typeof(PaymentConnection))]
public sealed class GetPaymentConnectionCommand : PSCmdlet
{
    /// <summary>Only connections with this name. Wildcards are supported.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string Name { get; set; } = "*";

    /// <summary>Only connections to this provider.</summary>
    [Parameter]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var name = WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        WriteObject(
            RunspaceConnections.Current.All.Where(connection =>
                name.IsMatch(connection.Name)
                && (Provider is null || connection.Provider.Equals(Provider, StringComparison.OrdinalIgnoreCase))),
            enumerateCollection: true);
    }
}
