using System.Text.Json.Nodes;
using Json.Schema;

namespace PaymentCustomers.Tests.Providers;

/// <summary>Checks the body of a create against a provider's OpenAPI file (tests/contracts), which was written separately from the
/// code.</summary>
internal sealed class PublishedContract
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonSchema _create;

    /// <param name="provider">The provider's name.</param>
    public PublishedContract(string provider)
    {
        var path = Path.Combine(Repository.Root, "tests", "contracts", provider.ToLowerInvariant() + ".json");
        // An OpenAPI 3.1 file has schemas of JSON Schema 2020-12 in another place than a JSON Schema file does.
        var text = JsonNode.Parse(File.ReadAllText(path))!["components"]!["schemas"]!.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        _create = JsonSchema.FromText(new JsonObject { ["$ref"] = "#/$defs/Create", ["$defs"] = JsonNode.Parse(text) }.ToJsonString());
    }

    /// <summary>The problems of a body; empty if there are none.</summary>
    public IReadOnlyList<string> Problems(ReadOnlySpan<byte> body)
    {
        var reader = new System.Text.Json.Utf8JsonReader(body);
        using var document = System.Text.Json.JsonDocument.ParseValue(ref reader);
        var results = _create.Evaluate(document.RootElement, Options);
        return results.IsValid ? [] :
            [.. results.Details!.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}")), "not valid"];
    }
}
