using System.Collections;
using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Accepts ids as text and GUIDs, and objects with an Id. PowerShell would convert any other object to a text with all of its
/// contents, and that text would become part of a URL. The cmdlet reports such an object, because the binder's errors would show
/// its contents.
/// </summary>
internal sealed class CustomerIdAttribute : ArgumentTransformationAttribute
{
    private const string Mark = "\0other\0";

    /// <summary>The type of an object that is not an id; null if the value is an id.</summary>
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
