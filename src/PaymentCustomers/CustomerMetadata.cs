using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaymentCustomers;

/// <summary>
/// A customer's metadata. It is read by key like a hashtable and written as JSON text, so that a CSV file of customers
/// holds it in one cell and can be piped back in.
/// </summary>
[SuppressMessage("Design", "CA1010", Justification = "PowerShell reads members of the non-generic dictionary only.")]
public sealed class CustomerMetadata : OrderedDictionary
{
    private readonly string _json;

    private CustomerMetadata(JsonElement json)
    {
        _json = json.GetRawText();
        foreach (var member in json.EnumerateObject())
            this[member.Name] = Value(member.Value);
    }

    /// <summary>Reads a JSON object.</summary>
    /// <param name="json">The text of a JSON object.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The JSON is not an object.</exception>
    public static CustomerMetadata Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new CustomerMetadata(document.RootElement);
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => _json;

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new CustomerMetadata(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when element.TryGetDecimal(out var exact) => exact,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
