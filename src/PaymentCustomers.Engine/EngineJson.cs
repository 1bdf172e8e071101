using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine;

/// <summary>
/// Source-generated JSON of the engine. Customers themselves are read and written field by field after the catalog,
/// which is why no type of theirs stands here.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Journals.JournalHeader))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SortedDictionary<string, JsonElement>))]
internal sealed partial class EngineJson : JsonSerializerContext;
