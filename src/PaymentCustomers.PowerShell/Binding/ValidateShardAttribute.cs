using System.Management.Automation;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Rejects a text that is not a shard.</summary>
internal sealed class ValidateShardAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string shard || Shard.Parse(shard) is null)
            throw new ValidationMetadataException(Messages.ShardInvalid($"{arguments}"));
    }
}
