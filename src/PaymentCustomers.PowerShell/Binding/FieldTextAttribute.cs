using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Turns what is given for a field into text before the binder does: a date stays the same date in every culture, and
/// a hashtable becomes JSON.
/// </summary>
internal sealed class FieldTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a script block is refused, where one value holds for all rows: its text would be taken for the value.</summary>
    public bool RefusesScripts { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        RefusesScripts && (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is ScriptBlock
            ? throw new ArgumentTransformationMetadataException(Messages.NoScriptForFile)
            : RowValues.Text(inputData);
}
