using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Http;

/// <summary>Prepares bodies for the debug stream: every personal value is masked, at any level of nesting.</summary>
internal static class DebugBody
{
    private const int Longest = 4000;

    public static string Mask(ReadOnlyMemory<byte> body, Redactor redactor)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
                Write(writer, document.RootElement, rule: null, redactor);
            var text = redactor.Redact(Encoding.UTF8.GetString(buffer.WrittenSpan));
            return text.Length <= Longest ? text : $"{text[..Longest]}…";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A body that is not JSON, or has invalid text, may contain anything, including personal data.
            return HttpMessages.BodyNotJson(body.Length);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, FieldRule? rule, Redactor redactor)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, rule is { IsPersonal: true } ? rule : RuleOf(member.Name) ?? rule, redactor);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, rule, redactor);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String or JsonValueKind.Number when rule is { IsPersonal: true }:
                writer.WriteStringValue(Privacy.Mask.Value(rule.Field, redactor.Redact(element.ToString())));
                break;
            // Messages of the provider may quote personal values.
            case JsonValueKind.String:
                writer.WriteStringValue(PersonalText.Mask(redactor.Redact(element.GetString()!)));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static FieldRule? RuleOf(string member)
    {
        // The full name is not a field of its own, but as personal as its parts.
        var field = member == "name" ? CustomerField.FirstName : ColumnNames.Field(member);
        return field is { } known ? FieldCatalog.Rule(known) : null;
    }
}
