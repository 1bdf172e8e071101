using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Source-generated JSON serialization of metadata. Customers are written and read field by field, by the catalog.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SortedDictionary<string, JsonElement>))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class RowJson : JsonSerializerContext;
