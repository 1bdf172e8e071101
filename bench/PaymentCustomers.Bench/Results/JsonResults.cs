using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Bench.Results;

/// <summary>Writes the results as JSON.</summary>
internal static class JsonResults
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(BenchResults results) => JsonSerializer.Serialize(results, Options) + "\n";
}
