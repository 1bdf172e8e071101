using System.Globalization;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Reads customers in responses leniently: members may be missing, null, empty, of another type, or unknown.
/// </summary>
/// <param name="fields">The provider's fields.</param>
internal sealed class CustomerJsonReader(IReadOnlyList<ProviderField> fields)
{
    private readonly WireField[] _fields = WireField.Of(fields.Where(field => !field.IsJoined));

    private readonly List<JoinedFields> _joined = JoinedFields.Of(fields);

    /// <inheritdoc cref="CustomerFormat.ReadOne"/>
    public CustomerEcho ReadOne(ReadOnlyMemory<byte> body, ReadOnlySpan<string?> sent)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        EnsureObject(ref reader);
        var echo = ReadEcho(ref reader, body, sent, out var inner);
        // Other resources of a provider wrap the object in "data", so that customers may be wrapped too.
        return echo.Id is null && inner is not null ? inner : echo;
    }

    private CustomerEcho ReadEcho(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ReadOnlySpan<string?> sent, out CustomerEcho? inner)
    {
        inner = null;
        string? id = null;
        var isIdText = false;
        CustomerField? contradiction = null;
        DateTimeOffset? created = null;
        var isDeleted = false;
        var isDenied = false;
        string? key = null;
        var start = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                var isText = reader.TokenType == JsonTokenType.String;
                var before = id;
                id = ReadText(ref reader);
                // With two different ids, it cannot be determined which one is the customer's.
                isIdText = isText && (before is null || before == id);
            }
            else if (reader.ValueTextEquals("created_at"u8) || reader.ValueTextEquals("created"u8))
            {
                reader.Read();
                created = ReadMoment(ref reader);
            }
            else if (reader.ValueTextEquals("deleted"u8))
            {
                reader.Read();
                isDeleted = reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("success"u8))
            {
                reader.Read();
                isDenied |= reader.TokenType == JsonTokenType.False;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                isDenied |= reader.TokenType == JsonTokenType.StartObject || (reader.TokenType == JsonTokenType.String && !reader.ValueTextEquals(""u8));
                reader.Skip();
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                key = ReadKey(ref reader);
            }
            else if (start == 0 && reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject)
                    inner = ReadEcho(ref reader, body, sent, out _);
                else
                    reader.Skip();
            }
            else
            {
                var field = sent.IsEmpty ? null : Find(ref reader, parent: null);
                var joined = sent.IsEmpty || field is not null ? null : FindJoined(ref reader);
                reader.Read();
                if (field is not null && !Agrees(ref reader, field.Field, sent[(int)field.Field]))
                    contradiction ??= field.Field;
                else if (joined is not null && !Agrees(ref reader, joined[0], CustomerFormat.Joined(joined, sent)))
                    contradiction ??= joined[0];
                reader.Skip();
            }
        }

        return new CustomerEcho(id, body[start..(int)reader.BytesConsumed])
        {
            Contradiction = contradiction,
            Created = created,
            IsDeleted = isDeleted,
            IsDenied = isDenied,
            Key = key,
            HasSoundId = isIdText && CustomerEcho.IsSound(id ?? ""),
        };
    }

    /// <summary>The idempotency key in the metadata; null if there is none.</summary>
    private static string? ReadKey(ref Utf8JsonReader reader)
    {
        string? key = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKey = reader.ValueTextEquals(MetadataKey.Member);
            reader.Read();
            if (isKey && reader.TokenType == JsonTokenType.String)
                key = reader.GetString();
            reader.Skip();
        }

        return key;
    }

    /// <summary>Whether a value in the response may belong to the customer that was sent. A missing or empty value does not contradict.</summary>
    private static bool Agrees(ref Utf8JsonReader reader, CustomerField field, string? asked) =>
        !EchoRules.Identifies(field) || asked is null || reader.TokenType != JsonTokenType.String
        || reader.ValueTextEquals(asked) || reader.GetString() is not { Length: > 0 } came || EchoRules.IsSame(field, asked, came);

    /// <inheritdoc cref="CustomerFormat.Read"/>
    public void Read(ref Utf8JsonReader reader, CustomerContent customer)
    {
        EnsureObject(ref reader);
        ReadMembers(ref reader, customer, parent: null);
    }

    /// <summary>Skips a customer.</summary>
    /// <param name="reader">Positioned at the start of the object; left at its end.</param>
    /// <exception cref="JsonException">The JSON is malformed, or not an object.</exception>
    public static void Skip(ref Utf8JsonReader reader)
    {
        EnsureObject(ref reader);
        reader.Skip();
    }

    private static void EnsureObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A customer is an object, not {reader.TokenType}.");
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

    /// <summary>A time as text, or as Unix time in seconds.</summary>
    private static DateTimeOffset? ReadMoment(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        }

        return DateTimeOffset.TryParse(ReadText(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
    }

    /// <summary>Reads members other than the fields: id and times.</summary>
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
        else if (reader.ValueTextEquals("name"u8))
        {
            reader.Read();
            customer.FullName = ReadText(ref reader);
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
            // Most responses repeat the values that were sent. Reuse the text instead of allocating another one.
            else if (reader.TokenType == JsonTokenType.String && customer[field.Field] is { } known && reader.ValueTextEquals(known))
                continue;
            // If the response omits or empties a value, the known value is kept.
            else if ((field.Type == WireType.Json ? ReadObject(ref reader) : ReadText(ref reader)) is { } value)
                customer[field.Field] = value;
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

    private List<CustomerField>? FindJoined(ref Utf8JsonReader reader)
    {
        foreach (var joined in _joined)
        {
            if (reader.ValueTextEquals(joined.Name))
                return joined.Fields;
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
}
