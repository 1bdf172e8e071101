using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentCustomers.Tests;

/// <summary>Checks requests and answers against the OpenAPI file that Stripe publishes (Contracts/stripe-customers.json). Its
/// schemas are those of OpenAPI 3.0. Unknown members count as problems too, although the file says so of parameters only.</summary>
internal static class StripePublished
{
    public const string Collection = "/v1/customers";
    public const string One = "/v1/customers/{customer}";

    private static readonly JsonNode File = JsonNode.Parse(
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "PaymentCustomers.Tests", "Contracts", "stripe-customers.json")))!;

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    /// <summary>The names of the parameters of a POST.</summary>
    public static IReadOnlyList<string> Parameters(string path) => [.. FormSchema("post", path)["properties"]!.AsObject().Select(property => property.Key)];

    /// <summary>The problems of an answer; empty if it complies with the file.</summary>
    public static IReadOnlyList<string> ProblemsOfAnswer(string method, string path, int status, string body)
    {
        var responses = File["paths"]![path]![method]!["responses"]!;
        var schema = (responses[status.ToString(CultureInfo.InvariantCulture)] ?? responses["default"])!["content"]!["application/json"]!["schema"]!;
        return Problems(schema, JsonNode.Parse(body));
    }

    /// <summary>The problems of the body of a POST.</summary>
    public static IReadOnlyList<string> ProblemsOfForm(string path, string form)
    {
        var schema = FormSchema("post", path);
        return Problems(schema, Tree(form, schema["properties"]!.AsObject()));
    }

    /// <summary>The problems of the query of a GET.</summary>
    public static IReadOnlyList<string> ProblemsOfQuery(string path, string query)
    {
        var parameters = File["paths"]![path]!["get"]!["parameters"]!.AsArray().Where(parameter => (string)parameter!["in"]! == "query");
        var properties = new JsonObject(parameters.Select(parameter => KeyValuePair.Create((string)parameter!["name"]!, (JsonNode?)parameter["schema"]!.DeepClone())));
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        return Problems(schema, Tree(query, properties));
    }

    private static JsonNode FormSchema(string method, string path) =>
        File["paths"]![path]![method]!["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!;

    private static string[] Problems(JsonNode schema, JsonNode? instance)
    {
        var results = JsonSchema.FromText(Plain(schema)!.ToJsonString()).Evaluate(JsonSerializer.SerializeToElement(instance), Options);
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).SelectMany(detail => detail.Errors ?? [], (detail, error) => $"{detail.InstanceLocation}: {error.Value}").DefaultIfEmpty("not valid")];
    }

    /// <summary>Converts an OpenAPI 3.0 schema to a JSON Schema: references are replaced, nullable is written out, and unknown
    /// members are forbidden.</summary>
    private static JsonNode? Plain(JsonNode? schema)
    {
        if (schema is JsonArray array)
            return new JsonArray([.. array.Select(Plain)]);
        if (schema is not JsonObject source)
            return schema?.DeepClone();
        if (source["$ref"] is JsonValue reference)
            return Plain(File["components"]!["schemas"]![((string)reference!).Split('/')[^1]]);
        var plain = new JsonObject(source.Where(member => member.Key is not ("nullable" or "description" or "title"))
            .Select(member => KeyValuePair.Create(member.Key, member.Key == "properties" ? Properties(member.Value!.AsObject()) : Plain(member.Value))));
        if (plain.ContainsKey("properties") && !plain.ContainsKey("additionalProperties"))
            plain["additionalProperties"] = false;
        return (bool?)source["nullable"] == true ? new JsonObject { ["anyOf"] = new JsonArray(plain, new JsonObject { ["type"] = "null" }) } : plain;
    }

    // A property may have the name title or description, which are annotations in a schema.
    private static JsonObject Properties(JsonObject properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Key, Plain(property.Value))));

    /// <summary>Converts parameters with brackets to an object, with numbers if the schema requires a number.</summary>
    private static JsonObject Tree(string form, JsonObject properties)
    {
        var tree = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(form))
        {
            foreach (var value in values)
                Put(tree, [.. name.Split('[').Select(part => part.TrimEnd(']'))], value!, properties);
        }

        return tree;
    }

    private static void Put(JsonObject tree, string[] path, string text, JsonObject properties)
    {
        var schema = properties[path[0]]?.ToJsonString() ?? "";
        JsonNode value = schema.Contains("\"integer\"", StringComparison.Ordinal) && long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : text;
        if (path is [var list, ""])
            (tree[list] ??= new JsonArray()).AsArray().Add(value);
        else if (path is [var first, var second, ..])
            (tree[first] ??= new JsonObject()).AsObject()[path.Length == 2 ? second : string.Join('.', path[1..])] = value;
        else
            tree[path[0]] = value;
    }
}
