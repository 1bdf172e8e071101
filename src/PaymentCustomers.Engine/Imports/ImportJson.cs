using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Source-generated JSON of rows that are kept for later.</summary>
[JsonSerializable(typeof(List<string>))]
internal sealed partial class ImportJson : JsonSerializerContext;
