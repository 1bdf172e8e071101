using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Journals as text: JSON Lines in UTF-8, the header first.</summary>
internal static class JournalFormat
{
    private static readonly byte[] HeaderStart = Encoding.UTF8.GetBytes($$"""{"format":"{{JournalHeader.FormatName}}""");

    public static void Write(Stream stream, JournalHeader header)
    {
        JsonSerializer.Serialize(stream, header, JournalJson.Default.JournalHeader);
        stream.WriteByte((byte)'\n');
    }

    public static void Write(Utf8JsonWriter writer, JournalEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row"u8, entry.Row);
        writer.WriteString("key"u8, entry.Key);
        writer.WriteString("state"u8, Name(entry.State));
        if (entry.Id is not null)
            writer.WriteString("id"u8, entry.Id);
        if (entry.Error is not null)
            writer.WriteString("error"u8, entry.Error);
        if (entry.Status is { } status)
            writer.WriteNumber("status"u8, status);
        writer.WriteEndObject();
    }

    /// <summary>Whether a first line that has no end can be the torn header of a journal, and not another file.</summary>
    public static bool CanBeTornHeader(ReadOnlySpan<byte> line) =>
        line.Length <= HeaderStart.Length ? HeaderStart.AsSpan().StartsWith(line) : line.StartsWith(HeaderStart);

    /// <summary>Reads the header.</summary>
    /// <returns>Null if the line is none.</returns>
    public static JournalHeader? ReadHeader(ReadOnlySpan<byte> line)
    {
        try
        {
            var header = JsonSerializer.Deserialize(line, JournalJson.Default.JournalHeader);
            return header?.Format == JournalHeader.FormatName ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads an entry.</summary>
    /// <returns>Null if the line is none.</returns>
    public static JournalEntry? ReadEntry(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            var entry = new JournalEntry(0, "", KeyState.None);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                entry = ReadMember(ref reader, entry);
            return reader.TokenType == JsonTokenType.EndObject && !reader.Read()
                && entry is { Row: > 0, Key.Length: > 0 and <= 64, State: not KeyState.None }
                ? entry
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JournalEntry ReadMember(ref Utf8JsonReader reader, JournalEntry entry)
    {
        var name = reader.GetString();
        reader.Read();
        switch (name)
        {
            case "row":
                return entry with { Row = reader.GetInt64() };
            case "key":
                return entry with { Key = reader.GetString() ?? "" };
            case "state":
                return entry with { State = State(reader.GetString()) };
            case "id":
                return entry with { Id = reader.GetString() };
            case "error":
                return entry with { Error = reader.GetString() };
            case "status":
                return entry with { Status = reader.GetInt32() };
            default:
                reader.Skip();
                return entry;
        }
    }

    private static string Name(KeyState state) => state switch
    {
        KeyState.Started => "started",
        KeyState.Created => "created",
        KeyState.Existing => "existing",
        KeyState.Failed => "failed",
        KeyState.Unknown => "unknown",
        KeyState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static KeyState State(string? name) => name switch
    {
        "started" => KeyState.Started,
        "created" => KeyState.Created,
        "existing" => KeyState.Existing,
        "failed" => KeyState.Failed,
        "unknown" => KeyState.Unknown,
        "withdrawn" => KeyState.Withdrawn,
        _ => KeyState.None,
    };
}
