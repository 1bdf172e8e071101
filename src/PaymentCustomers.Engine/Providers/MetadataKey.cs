using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// The idempotency key inside a customer's metadata. If a provider has no idempotency keys, or forgets them, it later shows
/// whether a create was carried out (contracts/dots.md and contracts/stripe.md, Idempotency).
/// </summary>
internal static class MetadataKey
{
    public const string Member = "payment_customers_key";

    /// <summary>The metadata with the key.</summary>
    /// <param name="metadata">A JSON object without white space and without the key, or null.</param>
    /// <param name="key">Printable ASCII.</param>
    public static string Add(string? metadata, string key)
    {
        var member = $"\"{Member}\":\"{JsonEncodedText.Encode(key)}\"";
        return metadata is null or "{}" ? $"{{{member}}}" : $"{{{member},{metadata[1..]}";
    }

    /// <summary>Splits metadata into the metadata without the key (null if it has nothing else) and the key.</summary>
    public static (string? Metadata, string? Key) Take(string metadata)
    {
        if (!metadata.Contains(Member, StringComparison.Ordinal)
            || JsonNode.Parse(metadata) is not JsonObject members || !members.Remove(Member, out var key))
            return (metadata, null);
        return (members.Count == 0 ? null : members.ToJsonString(Options), key is JsonValue value && value.TryGetValue(out string? text) ? text : null);
    }

    /// <summary>Text values as a JSON object.</summary>
    public static string Write(SortedDictionary<string, string> texts) =>
        new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)JsonValue.Create(text.Value)))).ToJsonString(Options);

    private static readonly JsonSerializerOptions Options = new() { Encoder = Text.CanonicalJson.Options.Encoder };
}
