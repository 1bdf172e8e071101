using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Stands where the real cmdlets turn a value into text.</summary>
public sealed class FieldTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData;
}
