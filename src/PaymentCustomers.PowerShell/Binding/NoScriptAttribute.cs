using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Refuses a script block where one value holds for all rows: its text would be taken for the value.</summary>
internal sealed class NoScriptAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is ScriptBlock
            ? throw new ArgumentTransformationMetadataException(Messages.NoScriptForFile)
            : inputData;
}
