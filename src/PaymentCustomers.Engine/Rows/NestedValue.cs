using System.Globalization;
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
        if (text is not (['{', .., '}'] or ['[', .., ']']))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            var element = document.RootElement.Clone();
            // Half a character, written as an escape, is found only when it is read.
            foreach (var _ in Leaves(element, ""))
            {
            }

            return element;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a column of a name may hold an address.</summary>
    public static bool IsAddress(string column) => Addresses.Contains(ColumnNames.Fold(column));

    /// <summary>The values inside, each with its path; what is blank is not there, and of a list of one its place is not said.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array when element.GetArrayLength() == 1 => Leaves(element[0], path),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, place) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"))),
        JsonValueKind.Null => [],
        _ => string.IsNullOrWhiteSpace(element.ToString()) ? [] : [(path, element.ToString())],
    };

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
