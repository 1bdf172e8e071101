using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Finds a stored connection by its name. A connection that was deserialized from another process, such as a job, has lost its
/// credential. It is resolved only if the same connection is stored here, because another one of that name may belong to another account.
/// </summary>
internal sealed class ConnectionNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var copy = inputData is PSObject thing && thing.TypeNames.Contains("Deserialized." + typeof(PaymentConnection).FullName) ? thing : null;
        var name = inputData switch
        {
            string text => text,
            PSObject { BaseObject: string text } => text,
            _ => copy?.Properties[nameof(PaymentConnection.Name)]?.Value as string,
        };
        if (name is null)
            return inputData;
        var stored = RunspaceConnections.Current.Find(name);
        // The cmdlet reports a missing connection with its own error, which is clearer than the binder's.
        return stored is not null && (copy is null || IsSame(stored, copy)) ? stored : PaymentConnection.NotStored(name);
    }

    private static bool IsSame(PaymentConnection stored, PSObject copy) =>
        Text(copy, nameof(PaymentConnection.Provider)) == stored.Provider
        && Text(copy, nameof(PaymentConnection.Environment)) == stored.Environment.ToString()
        && Text(copy, nameof(PaymentConnection.Account)) == stored.Account
        && Text(copy, nameof(PaymentConnection.AppId)) == stored.AppId
        && Text(copy, nameof(PaymentConnection.BaseUri)) == stored.BaseUri.ToString();

    private static string? Text(PSObject copy, string property) => copy.Properties[property]?.Value?.ToString();
}
