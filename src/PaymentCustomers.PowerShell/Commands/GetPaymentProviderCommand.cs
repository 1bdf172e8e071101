using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Shows the providers, their operations and their fields.</summary>
[Cmdlet(VerbsCommon.Get, "PaymentProvider")]
[OutputType(typeof(PaymentProviderInfo))]
public sealed class GetPaymentProviderCommand : PSCmdlet
{
    /// <summary>Only this provider.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateProvider]
    [Alias("Provider")]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(
            PaymentProviders.All
                .Where(provider => Name is null || provider.Name.Equals(Name, StringComparison.OrdinalIgnoreCase))
                .Select(PaymentProviders.Describe),
            enumerateCollection: true);
}
