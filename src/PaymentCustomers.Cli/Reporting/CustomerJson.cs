using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>A customer as a JSON object on one line, with member names that import understands. The names are stable; new ones may be added.</summary>
internal static class CustomerJson
{
    // Accents are not escaped: the line goes to logs and pipes, and not into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(PaymentCustomer customer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", customer.Id);
            foreach (var rule in FieldCatalog.All)
                Write(json, rule, customer[rule.Field]);
            if (customer.Created is { } created)
                json.WriteString("created", created);
            if (customer.Updated is { } updated)
                json.WriteString("updated", updated);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, FieldRule rule, string? value)
    {
        if (value is null)
            return;
        json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(rule.Name));
        if (rule.Type == WireType.Boolean && bool.TryParse(value, out var flag))
            json.WriteBooleanValue(flag);
        else if (rule.Type == WireType.Json && CustomerMetadata.Parse(value) is not null)
            json.WriteRawValue(value);
        else
            json.WriteStringValue(value);
    }
}
