using System.Management.Automation;
using PaymentCustomers.Engine.Imports.Reading;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Takes an encoding by name or by code page, before anything is opened.</summary>
internal sealed class ValidateEncodingNameAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string name || FileEncodings.Find(name) is null)
            throw new ValidationMetadataException(Messages.NoEncoding($"{arguments}"));
    }
}
