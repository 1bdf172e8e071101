using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Writes a file to begin an import with, and one that explains its columns.</summary>
[Cmdlet(VerbsData.Export, "PaymentCustomerTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPaymentCustomerTemplateCommand : PSCmdlet
{
    /// <summary>Whose columns it has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string Provider { get; set; } = "";

    /// <summary>Where it goes; the explanation lies beside it.</summary>
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
