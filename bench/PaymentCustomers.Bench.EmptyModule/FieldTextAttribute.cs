using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Replaces the conversion of the real cmdlets; returns values unchanged.</summary>
public sealed class FieldTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData;
}
