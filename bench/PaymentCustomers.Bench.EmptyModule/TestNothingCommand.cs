using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Takes rows and does nothing: what PowerShell itself costs.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Nothing", DefaultParameterSetName = RowSet)]
public sealed class TestNothingCommand : RowCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
    }
}
