using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>What the linked parameters of the real cmdlets need to be those of one that does nothing.</summary>
public abstract partial class RowCmdlet : PSCmdlet
{
    private protected const string RowSet = "Row";
    private protected const string FieldSet = "Field";

    /// <summary>The row.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }
}
