using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Finds a stored connection by its name. A connection that came out of another process, such as a job's, has lost its
/// credential on the way: all that is left of it is its name.
/// </summary>
public sealed class ConnectionNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var name = inputData switch
        {
            string text => text,
            PSObject { BaseObject: string text } => text,
            PSObject thing when thing.TypeNames.Contains("Deserialized." + typeof(PaymentConnection).FullName) =>
                thing.Properties[nameof(PaymentConnection.Name)]?.Value as string,
            _ => null,
        };
        // What is not there is said by the cmdlet, as an error of its own, not of the binder.
        return name is null ? inputData : RunspaceConnections.Current.Find(name) ?? PaymentConnection.NotStored(name);
    }
}
