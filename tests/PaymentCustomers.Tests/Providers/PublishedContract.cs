using System.Text.Json.Nodes;
using Json.Schema;

namespace PaymentCustomers.Tests.Providers;

/// <summary>The body of a create as a provider's OpenAPI file (tests/contracts) describes it, written apart from the code.</summary>
internal sealed class PublishedContract
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonSchema _create;

    /// <param name="provider">The provider's name.</param>
    public PublishedContract(string provider)
    {
        var path = Path.Combine(Repository.Root, "tests", "contracts", provider.ToLowerInvariant() + ".json");
        // A file of OpenAPI 3.1 holds schemas of JSON Schema 2020-12, only elsewhere than those do.
        var text = JsonNode.Parse(File.ReadAllText(path))!["components"]!["schemas"]!.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        _create = JsonSchema.FromText(new JsonObject { ["$ref"] = "#/$defs/Create", ["$defs"] = JsonNode.Parse(text) }.ToJsonString());
    }

    /// <summary>What is wrong with a body; empty if nothing is.</summary>
    public IReadOnlyList<string> Problems(ReadOnlySpan<byte> body)
    {
        var reader = new System.Text.Json.Utf8JsonReader(body);
        using var document = System.Text.Json.JsonDocument.ParseValue(ref reader);
        var results = _create.Evaluate(document.RootElement, Options);
        return results.IsValid ? [] :
            [.. results.Details!.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}")), "not valid"];
    }
}
