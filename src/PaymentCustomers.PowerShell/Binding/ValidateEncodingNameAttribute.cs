using System.Management.Automation;
using PaymentCustomers.Engine.Imports.Reading;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Accepts an encoding by name or code page, before any file is opened.</summary>
internal sealed class ValidateEncodingNameAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string name || FileEncodings.Find(name) is null)
            throw new ValidationMetadataException(Messages.NoEncoding($"{arguments}"));
    }
}
