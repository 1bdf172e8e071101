using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Source-generated JSON serialization of journals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JournalHeader))]
internal sealed partial class JournalJson : JsonSerializerContext;
