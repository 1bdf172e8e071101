using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Writes and reads customers as one provider's JSON, after the field catalog.</summary>
public sealed class WireMap
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _threadBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _threadWriter;

    private readonly string _provider;
    private readonly ProviderField?[] _uses;
    private readonly WireField[] _fields;

    /// <param name="provider">The provider's name.</param>
    /// <param name="use">Which of the catalog's columns is the provider's.</param>
    public WireMap(string provider, Func<FieldRule, ProviderField?> use)
    {
        _provider = provider;
        _uses = [.. FieldCatalog.All.Select(use)];
        _fields = [.. from rule in FieldCatalog.All
                      let name = use(rule)?.WireName
                      where name is not null
                      select WireField.Of(rule, name)];
    }

    /// <summary>What the provider makes of a field; null if it has no such field.</summary>
    public ProviderField? Use(FieldRule rule) => _uses[(int)rule.Field];

    /// <summary>The JSON body of these values; what is not given is not written.</summary>
    /// <param name="values">The values by field, in the form that goes over the wire.</param>
    internal byte[] Write(string?[] values)
    {
        // One of each for a thread: they cost more than what is written with them.
        var buffer = _threadBuffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _threadWriter ??= new Utf8JsonWriter(buffer, CanonicalJson.Options);
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        string? open = null;
        foreach (var field in _fields)
        {
            if (values[(int)field.Rule.Field] is not { } value)
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
            WriteValue(writer, field.Rule.Type, value);
        }

        if (open is not null)
            writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Reads a customer leniently: a member may be missing, null, empty or of another type, and there may be more than
    /// are known.
    /// </summary>
    /// <param name="reader">Stands on the object's start; is left on its end.</param>
    /// <param name="customer">Takes the values.</param>
    /// <exception cref="JsonException">The JSON is broken, or not an object.</exception>
    internal void Read(ref Utf8JsonReader reader, CustomerContent customer)
    {
        EnsureObject(ref reader);
        ReadMembers(ref reader, customer, parent: null);
    }

    /// <summary>Reads a customer's id and steps over all else.</summary>
    /// <param name="reader">Stands on the object's start; is left on its end.</param>
    /// <returns>Null if there is none.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    internal string? ReadId(ref Utf8JsonReader reader)
    {
        EnsureObject(ref reader);
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId)
                id = ReadText(ref reader);
            else
                reader.Skip();
        }

        return id;
    }

    /// <summary>Steps over a customer.</summary>
    /// <inheritdoc cref="ReadId" path="/param|/exception"/>
    internal void Skip(ref Utf8JsonReader reader)
    {
        EnsureObject(ref reader);
        reader.Skip();
    }

    private void EnsureObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A customer of {_provider} is an object, not {reader.TokenType}.");
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

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString() is { Length: > 0 } text ? text : null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    private static string? ReadObject(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var isFilled = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.EnumerateObject().Any();
        return isFilled ? CanonicalJson.Write(document.RootElement) : null;
    }

    private static DateTimeOffset? ReadMoment(ref Utf8JsonReader reader) =>
        DateTimeOffset.TryParse(ReadText(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    /// <summary>What every provider says of a customer besides its fields.</summary>
    private static bool ReadOwnMember(ref Utf8JsonReader reader, CustomerContent customer)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            customer.Id = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("created"u8) || reader.ValueTextEquals("created_at"u8))
        {
            reader.Read();
            customer.Created = ReadMoment(ref reader);
        }
        else if (reader.ValueTextEquals("updated"u8) || reader.ValueTextEquals("updated_at"u8))
        {
            reader.Read();
            customer.Updated = ReadMoment(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadMembers(ref Utf8JsonReader reader, CustomerContent customer, string? parent)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (parent is null && ReadOwnMember(ref reader, customer))
                continue;

            var field = Find(ref reader, parent);
            var child = field is null && parent is null ? FindParent(ref reader) : null;
            reader.Read();
            if (child is not null && reader.TokenType == JsonTokenType.StartObject)
                ReadMembers(ref reader, customer, child);
            else if (field is null)
                reader.Skip();
            // Most answers repeat what was sent: no second text for it.
            else if (reader.TokenType == JsonTokenType.String && customer[field.Rule.Field] is { } known && reader.ValueTextEquals(known))
                continue;
            // What an answer leaves out or empties is not taken from what is known already.
            else if ((field.Rule.Type == WireType.Json ? ReadObject(ref reader) : ReadText(ref reader)) is { } value)
                customer[field.Rule.Field] = value;
        }
    }

    private WireField? Find(ref Utf8JsonReader reader, string? parent)
    {
        foreach (var field in _fields)
        {
            if (field.Parent == parent && reader.ValueTextEquals(field.Name.EncodedUtf8Bytes))
                return field;
        }

        return null;
    }

    private string? FindParent(ref Utf8JsonReader reader)
    {
        foreach (var field in _fields)
        {
            if (field.Parent is not null && reader.ValueTextEquals(field.Parent))
                return field.Parent;
        }

        return null;
    }

    /// <param name="Rule">The field.</param>
    /// <param name="Parent">The object that it stands in, or null for the body itself.</param>
    /// <param name="Name">Its name there.</param>
    private sealed record WireField(FieldRule Rule, string? Parent, JsonEncodedText Name)
    {
        public static WireField Of(FieldRule rule, string wireName)
        {
            var dot = wireName.IndexOf('.', StringComparison.Ordinal);
            return new WireField(rule, dot < 0 ? null : wireName[..dot], JsonEncodedText.Encode(wireName[(dot + 1)..]));
        }
    }
}
