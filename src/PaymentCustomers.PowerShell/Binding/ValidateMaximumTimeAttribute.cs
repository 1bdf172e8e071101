using System.Management.Automation;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Rejects an impossible duration: PowerShell reads the number 30 as 30 ticks, and the text '30' as 30 days.</summary>
internal sealed class ValidateMaximumTimeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not TimeSpan time || !RunOptions.IsMaximumTime(time))
            throw new ValidationMetadataException(Messages.MaximumTimeInvalid);
    }
}
