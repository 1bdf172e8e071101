using System.Globalization;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Reads an object in a cell as JSON, such as an address.</summary>
internal static class NestedValue
{
    private const string Address = "address";

    private static readonly string[] Addresses =
        ["address", "direccion", "defaultaddress", "billingaddress", "mailingaddress", "homeaddress", "location"];

    /// <summary>The JSON object or array in a text; null if the text is neither or contains no values.</summary>
    public static JsonElement? Parse(string text)
    {
        if (text is not (['{', .., '}'] or ['[', .., ']']))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            var element = document.RootElement.Clone();
            // Half a surrogate pair, written as an escape, is found only when the text is read.
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

    /// <summary>Whether a column with this name may contain an address.</summary>
    public static bool IsAddress(string column) => Addresses.Contains(ColumnNames.Fold(column));

    /// <summary>The values inside, each with its path. Blank values are omitted, and an array with one element adds no index to the path.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array when element.GetArrayLength() == 1 => Leaves(element[0], path),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, place) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"))),
        JsonValueKind.Null => [],
        _ => string.IsNullOrWhiteSpace(element.ToString()) ? [] : [(path, element.ToString())],
    };

    /// <summary>The address field that a path names; null if it names none.</summary>
    public static CustomerField? AddressField(string path)
    {
        var member = path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var field = ColumnNames.Field($"{Address}.{member}") ?? ColumnNames.Field(member);
        return field switch
        {
            // In an address, "country code" is the country and not a calling code.
            CustomerField.CountryCode => CustomerField.Country,
            { } known when RowColumn.IsAddressField(known) => known,
            _ => null,
        };
    }

    /// <summary>Whether a path looks like a customer field.</summary>
    public static bool LooksLikeField(string path) => ColumnNames.Field(path[(path.LastIndexOf('.') + 1)..]) is not null;
}
