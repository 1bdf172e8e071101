using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Source-generated JSON serialization of rows that are stored temporarily.</summary>
[JsonSerializable(typeof(List<string>))]
internal sealed partial class ImportJson : JsonSerializerContext;
