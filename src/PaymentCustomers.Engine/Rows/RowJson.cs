using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Source-generated JSON of metadata. Customers themselves are read and written field by field, after the catalog.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SortedDictionary<string, JsonElement>))]
internal sealed partial class RowJson : JsonSerializerContext;
