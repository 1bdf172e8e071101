using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Refuses a secret in plain text with advice. The binder would as well, without: and what stands on a command line is
/// in the history and in the log of script blocks by then.
/// </summary>
internal sealed class NoPlainSecretAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is string or PSObject { BaseObject: string }
            ? throw new ArgumentTransformationMetadataException(Messages.NoPlainSecret)
            : inputData;
}
