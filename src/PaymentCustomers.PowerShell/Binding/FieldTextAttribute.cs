using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Turns what is given for a field into text before the binder does: a date stays the same date in every culture, and
/// a hashtable becomes JSON.
/// </summary>
internal sealed class FieldTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => RowValues.Text(inputData);
}
