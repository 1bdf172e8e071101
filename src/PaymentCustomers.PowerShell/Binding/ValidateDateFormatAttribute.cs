using System.Management.Automation;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Rejects a date format without day, month and year.</summary>
internal sealed class ValidateDateFormatAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string format || !BirthDates.IsFormat(format))
            throw new ValidationMetadataException(Messages.DateFormatInvalid($"{arguments}"));
    }
}
