using System.Management.Automation;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Accepts the names of providers, in any case. The error lists the valid names.</summary>
internal sealed class ValidateProviderAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        try
        {
            foreach (var name in arguments as string[] ?? [(string)arguments])
                PaymentProviders.Get(name);
        }
        catch (PaymentException e)
        {
            throw new ValidationMetadataException(e.Message, e);
        }
    }
}
