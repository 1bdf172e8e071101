using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Takes rows and does nothing, to measure the cost of PowerShell itself.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Nothing", DefaultParameterSetName = RowSet)]
public sealed class TestNothingCommand : RowCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
    }
}
