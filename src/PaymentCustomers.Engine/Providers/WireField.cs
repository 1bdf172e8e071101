using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Where a field stands in a provider's JSON.</summary>
/// <param name="Field">The field.</param>
/// <param name="Type">How its value stands there.</param>
/// <param name="Parent">The object that it stands in, or null for the body itself.</param>
/// <param name="Name">Its name there.</param>
internal sealed record WireField(CustomerField Field, WireType Type, string? Parent, JsonEncodedText Name)
{
    /// <summary>The fields that have a place in the JSON.</summary>
    public static WireField[] Of(IEnumerable<ProviderField> fields) =>
        [.. from field in fields where field.WireName is not null select Of(field.Field, field.WireName!)];

    private static WireField Of(CustomerField field, string wireName)
    {
        var dot = wireName.IndexOf('.', StringComparison.Ordinal);
        return new WireField(
            field, FieldCatalog.Rule(field).Type, dot < 0 ? null : wireName[..dot], JsonEncodedText.Encode(wireName[(dot + 1)..]));
    }
}
