using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Reads an object that stands in a cell, as JSON: an address in parts.</summary>
internal static class NestedValue
{
    private const string Address = "address";

    private static readonly string[] Addresses =
        ["address", "direccion", "defaultaddress", "billingaddress", "mailingaddress", "homeaddress", "location"];

    /// <summary>Whether a text is an object or a list in JSON, which holds something.</summary>
    public static JsonElement? Parse(string text)
    {
        if (text is not ['{', .., '}'])
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a column of a name may hold an address.</summary>
    public static bool IsAddress(string column) => Addresses.Contains(ColumnNames.Fold(column));

    /// <summary>The values inside, each with its path; what is blank is not there.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(JsonElement element, string path)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = $"{path}.{member.Name}";
            var value = member.Value;
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1)
                value = value[0];
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var leaf in Leaves(value, name))
                    yield return leaf;
            }
            else if (value.ValueKind != JsonValueKind.Null && value.ToString() is { } text && !string.IsNullOrWhiteSpace(text) && text != "[]")
            {
                yield return (name, text);
            }
        }
    }

    /// <summary>The part of an address that a path means, or null.</summary>
    public static CustomerField? AddressField(string path)
    {
        var member = path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var field = ColumnNames.Field($"{Address}.{member}") ?? ColumnNames.Field(member);
        return field switch
        {
            // In an address, the country's code is no calling code.
            CustomerField.CountryCode => CustomerField.Country,
            { } known when RowColumn.IsAddressField(known) => known,
            _ => null,
        };
    }

    /// <summary>Whether a path looks like a field of a customer.</summary>
    public static bool LooksLikeField(string path) => ColumnNames.Field(path[(path.LastIndexOf('.') + 1)..]) is not null;
}
