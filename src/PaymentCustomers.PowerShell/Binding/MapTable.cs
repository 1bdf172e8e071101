using System.Collections;
using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Converts PowerShell hashtables to the tables of the engine's mappings.</summary>
internal static class MapTable
{
    public static Dictionary<string, object?> Of(IDictionary table)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
            result[entry.Key.ToString() ?? ""] = Value(entry.Value);
        return result;
    }

    private static object? Value(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => Value(wrapped.BaseObject),
        IDictionary table => Of(table),
        _ => RowValues.Text(value),
    };
}
