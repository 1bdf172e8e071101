using System.Buffers;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Writes customers as JSON, by the provider's table of fields.</summary>
/// <param name="fields">The provider's fields, in the order in which they are sent.</param>
internal abstract class JsonCustomerFormat(IReadOnlyList<ProviderField> fields) : CustomerFormat(fields)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _threadBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _threadWriter;

    private readonly WireField[] _fields = WireField.Of(fields);

    /// <inheritdoc/>
    public override string MediaType => "application/json";

    /// <inheritdoc/>
    public override byte[] Write(string?[] values)
    {
        // Reused per thread, because creating them costs more than writing.
        var buffer = _threadBuffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _threadWriter ??= new Utf8JsonWriter(buffer, CanonicalJson.Options);
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        string? open = null;
        foreach (var field in _fields)
        {
            if (values[(int)field.Field] is not { } value)
                continue;
            if (field.Parent != open)
            {
                if (open is not null)
                    writer.WriteEndObject();
                if (field.Parent is not null)
                    writer.WriteStartObject(field.Parent);
                open = field.Parent;
            }

            writer.WritePropertyName(field.Name);
            WriteValue(writer, field.Type, value);
        }

        if (open is not null)
            writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, WireType type, string value)
    {
        switch (type)
        {
            case WireType.Boolean:
                writer.WriteBooleanValue(value == "true");
                break;
            case WireType.Json:
                writer.WriteRawValue(value, skipInputValidation: true);
                break;
            default:
                writer.WriteStringValue(value);
                break;
        }
    }
}
