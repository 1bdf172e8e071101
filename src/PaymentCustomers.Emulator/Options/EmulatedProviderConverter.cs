using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>Converts a provider to its name.</summary>
internal sealed class EmulatedProviderConverter : JsonConverter<EmulatedProvider>
{
    public override EmulatedProvider Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EmulatedProvider.TryParse(reader.GetString(), out var provider)
            ? provider
            : throw new JsonException($"provider must be {string.Join(" or ", EmulatedProvider.All.Select(known => known.Name))}.");

    public override void Write(Utf8JsonWriter writer, EmulatedProvider value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
