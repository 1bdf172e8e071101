using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Writes a template for an import, and a file that explains its columns.</summary>
[Cmdlet(VerbsData.Export, "PaymentCustomerTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPaymentCustomerTemplateCommand : PSCmdlet
{
    /// <summary>The provider whose columns it has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string Provider { get; set; } = "";

    /// <summary>The path of the template. The explanation is written next to it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(path))
            return;
        try
        {
            ImportTemplate.Write(path, PaymentProviders.Get(Provider));
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, Path));
        }

        WriteObject(new FileInfo(path));
        WriteObject(new FileInfo(ImportTemplate.ExplanationOf(path)));
    }
}
