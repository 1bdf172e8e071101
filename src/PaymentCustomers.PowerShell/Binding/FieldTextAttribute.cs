using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Converts the value of a field to text before the binder does, so that a date is independent of the culture and a hashtable
/// becomes JSON.
/// </summary>
internal sealed class FieldTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a script block is rejected, for parameters whose value applies to all rows. Otherwise the script's text would become the value.</summary>
    public bool RefusesScripts { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        RefusesScripts && (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is ScriptBlock
            ? throw new ArgumentTransformationMetadataException(Messages.NoScriptForFile)
            : RowValues.Text(inputData);
}
