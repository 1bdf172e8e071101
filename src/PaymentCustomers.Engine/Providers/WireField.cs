using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Providers;

/// <summary>The position of a field in a provider's JSON.</summary>
/// <param name="Field">The field.</param>
/// <param name="Type">The JSON type of its value.</param>
/// <param name="Parent">The object that contains it; null for the body itself.</param>
/// <param name="Name">The member name.</param>
internal sealed record WireField(CustomerField Field, WireType Type, string? Parent, JsonEncodedText Name)
{
    /// <summary>The fields that are members of the JSON.</summary>
    public static WireField[] Of(IEnumerable<ProviderField> fields) =>
        [.. from field in fields where field.WireName is not null select Of(field.Field, field.WireName!)];

    private static WireField Of(CustomerField field, string wireName)
    {
        var dot = wireName.IndexOf('.', StringComparison.Ordinal);
        return new WireField(
            field, FieldCatalog.Rule(field).Type, dot < 0 ? null : wireName[..dot], JsonEncodedText.Encode(wireName[(dot + 1)..]));
    }
}
