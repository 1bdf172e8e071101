using System.Collections;
using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Takes ids as text and GUIDs, and out of objects that have an Id. Of any other object PowerShell would make a text that
/// says all that is in it, and that text would stand in an address. It is told by the cmdlet and not by the binder, whose
/// errors show the object.
/// </summary>
internal sealed class CustomerIdAttribute : ArgumentTransformationAttribute
{
    private const string Mark = "\0other\0";

    /// <summary>The type of what came in where an id should be; null if an id came in.</summary>
    public static string? TypeOfOther(string id) => id.StartsWith(Mark, StringComparison.Ordinal) ? id[Mark.Length..] : null;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData is null ? null : Ids(inputData).ToArray();

    private static IEnumerable<string> Ids(object? input)
    {
        var value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value switch
        {
            string text => [text],
            Guid guid => [guid.ToString("D")],
            PSCustomObject or IDictionary or null => [IdOf(input)],
            IEnumerable list => list.Cast<object?>().SelectMany(Ids),
            _ => [IdOf(input)],
        };
    }

    private static string IdOf(object? input)
    {
        var id = input switch
        {
            PSObject { BaseObject: IDictionary row } => row["Id"],
            IDictionary row => row["Id"],
            null => null,
            _ => PSObject.AsPSObject(input).Properties["Id"]?.Value,
        };
        return (id is PSObject wrapped ? wrapped.BaseObject : id) switch
        {
            string { Length: > 0 } text => text,
            Guid guid => guid.ToString("D"),
            _ => Mark + ((input is PSObject other ? other.BaseObject : input)?.GetType().Name ?? "null"),
        };
    }
}
