using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Rejects a secret in plain text, with advice what to do instead. The binder would reject it too, but without advice. By then the
/// secret is in the command history and in the script block log.
/// </summary>
internal sealed class NoPlainSecretAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is string or PSObject { BaseObject: string }
            ? throw new ArgumentTransformationMetadataException(Messages.NoPlainSecret)
            : inputData;
}
