using System.Buffers;
using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Converts PowerShell hashtables and objects to JSON.</summary>
internal static class MetadataJson
{
    private const int DeepestNesting = 32;

    public static string Write(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, value, DeepestNesting);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth == 0)
            throw new ArgumentException(Messages.MetadataTooDeep(DeepestNesting));
        switch (value)
        {
            case PSObject { BaseObject: not PSCustomObject } wrapped:
                Write(writer, wrapped.BaseObject, depth);
                break;
            case PSObject custom:
                writer.WriteStartObject();
                foreach (var property in custom.Properties)
                    WriteMember(writer, property.Name, property.Value, depth);
                writer.WriteEndObject();
                break;
            case IDictionary dictionary:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in dictionary)
                    WriteMember(writer, entry.Key.ToString() ?? "", entry.Value, depth);
                writer.WriteEndObject();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item, depth - 1);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(FieldText.From(value));
                break;
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, object? value, int depth)
    {
        writer.WritePropertyName(name);
        Write(writer, value, depth - 1);
    }
}
