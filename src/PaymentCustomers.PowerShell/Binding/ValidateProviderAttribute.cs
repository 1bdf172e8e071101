using System.Management.Automation;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Accepts the names of the providers, in any case, and says which there are.</summary>
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
