using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// The properties of objects that have none but their own, as those out of Import-Csv and <c>[pscustomobject]</c>.
/// <see cref="PSObject.Properties"/> makes five sets of members for each object that is asked for all of them, which costs
/// more than everything else that is done with a row. What it draws on is not public: where a PowerShell does not have it,
/// or an object has more than its own, <see cref="PSObject.Properties"/> it is.
/// </summary>
internal static class OwnProperties
{
    private const string PlainType = "System.Management.Automation.PSCustomObject";

    private static readonly Func<PSObject, IEnumerable<PSMemberInfo>>? Members = Getter<IEnumerable<PSMemberInfo>>("InstanceMembers");

    private static readonly Func<PSObject, Collection<string>>? TypeNames = Getter<Collection<string>>("InternalTypeNames");

    /// <summary>The object's own properties in their order; null if there may be others.</summary>
    /// <param name="row">The object.</param>
    public static IEnumerable<PSMemberInfo>? Of(PSObject row) =>
        // Types of any other name may have properties by their type.
        Members is not null && TypeNames is not null && row.BaseObject is PSCustomObject && TypeNames(row) is [PlainType, _]
            ? Members(row)
            : null;

    private static Func<PSObject, T>? Getter<T>(string property) =>
        typeof(PSObject).GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod is { } getter
            ? (Func<PSObject, T>?)Delegate.CreateDelegate(typeof(Func<PSObject, T>), getter, throwOnBindFailure: false)
            : null;
}
