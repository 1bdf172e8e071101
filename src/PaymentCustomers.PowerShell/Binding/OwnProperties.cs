using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Reads the properties of objects that have only their own properties, such as those from Import-Csv and <c>[pscustomobject]</c>.
/// <see cref="PSObject.Properties"/> builds five member collections for each object, which costs more than all other processing of a row.
/// The members used here are not public. If a PowerShell version does not have them, or an object has other properties,
/// <see cref="PSObject.Properties"/> is used.
/// </summary>
internal static class OwnProperties
{
    private const string PlainType = "System.Management.Automation.PSCustomObject";

    private static readonly Func<PSObject, IEnumerable<PSMemberInfo>>? Members = Getter<IEnumerable<PSMemberInfo>>("InstanceMembers");

    private static readonly Func<PSObject, Collection<string>>? TypeNames = Getter<Collection<string>>("InternalTypeNames");

    /// <summary>The object's own properties in order; null if it may have others.</summary>
    /// <param name="row">The object.</param>
    public static IEnumerable<PSMemberInfo>? Of(PSObject row) =>
        // Objects with another type name may have properties from their type.
        Members is not null && TypeNames is not null && row.BaseObject is PSCustomObject && TypeNames(row) is [PlainType, _]
            ? Members(row)
            : null;

    private static Func<PSObject, T>? Getter<T>(string property) =>
        typeof(PSObject).GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod is { } getter
            ? (Func<PSObject, T>?)Delegate.CreateDelegate(typeof(Func<PSObject, T>), getter, throwOnBindFailure: false)
            : null;
}
