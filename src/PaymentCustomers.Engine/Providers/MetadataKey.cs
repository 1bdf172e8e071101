using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Our key inside a customer's metadata: where a provider takes no idempotency key, or forgets it, this is what tells later
/// whether a create was carried out (contracts/dots.md and contracts/stripe.md, Idempotency).
/// </summary>
internal static class MetadataKey
{
    public const string Member = "payment_customers_key";

    /// <summary>The metadata with the key.</summary>
    /// <param name="metadata">A JSON object without white space and without key, or null.</param>
    /// <param name="key">Printable ASCII.</param>
    public static string Add(string? metadata, string key)
    {
        var member = $"\"{Member}\":\"{JsonEncodedText.Encode(key)}\"";
        return metadata is null or "{}" ? $"{{{member}}}" : $"{{{member},{metadata[1..]}";
    }

    /// <summary>The metadata without the key, null if nothing else is in it, and the key.</summary>
    public static (string? Metadata, string? Key) Take(string metadata)
    {
        if (!metadata.Contains(Member, StringComparison.Ordinal)
            || JsonNode.Parse(metadata) is not JsonObject members || !members.Remove(Member, out var key))
            return (metadata, null);
        return (members.Count == 0 ? null : members.ToJsonString(Options), key is JsonValue value && value.TryGetValue(out string? text) ? text : null);
    }

    /// <summary>Metadata of texts as JSON.</summary>
    public static string Write(SortedDictionary<string, string> texts) =>
        new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)JsonValue.Create(text.Value)))).ToJsonString(Options);

    private static readonly JsonSerializerOptions Options = new() { Encoder = Text.CanonicalJson.Options.Encoder };
}
