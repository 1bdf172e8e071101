using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The text format of journals: JSON Lines in UTF-8, starting with a header.</summary>
internal static class JournalFormat
{
    private static readonly byte[] HeaderStart = Encoding.UTF8.GetBytes($$"""{"format":"{{JournalHeader.FormatName}}""");

    /// <summary>The maximum length of a line, for reading and writing.</summary>
    public const int LongestLine = 4096;

    private const string Refused = "refused";

    // 2026-01-31T12:34:56.1234567Z. Only this format is fast, and a journal has two times per row. The journal keeps the milliseconds.
    private const string RoundTrip = "O";
    private const int RoundTripLength = 28;
    private const int UntilMilliseconds = 23;

    // The maximum length of text from a provider. Even escaped, it stays well below the maximum line length.
    private const int LongestText = 255;

    /// <summary>A time in the format of the journal: ISO 8601 in UTC, with milliseconds.</summary>
    public static string Time(DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[RoundTripLength];
        return Encoding.UTF8.GetString(Time(time, text));
    }

    /// <summary>Parses a time; null if the text is not a time.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The line of a header, including its line end.</summary>
    public static byte[] Line(JournalHeader header)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header, JournalJson.Default.JournalHeader).AsSpan()[..^1];
        var line = new byte[json.Length + LineSum.Length + 1];
        json.CopyTo(line);
        LineSum.Write(json, line.AsSpan(json.Length));
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>Writes the line of an entry, including its line end.</summary>
    /// <param name="lines">The buffer to append to.</param>
    /// <param name="writer">Writes to the buffer.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="time">The current time.</param>
    public static void Write(ArrayBufferWriter<byte> lines, Utf8JsonWriter writer, JournalEntry entry, DateTimeOffset time)
    {
        var start = lines.WrittenCount;
        writer.Reset(lines);
        writer.WriteStartObject();
        Span<byte> at = stackalloc byte[RoundTripLength];
        writer.WriteString("at"u8, Time(time, at));
        writer.WriteNumber("row"u8, entry.Row);
        if (entry.IsRefused)
            WriteRefusal(writer, entry.Problems);
        else
            WriteState(writer, entry);
        // The object is left open: the checksum closes it.
        writer.Flush();
        var end = lines.GetSpan(LineSum.Length + 1);
        LineSum.Write(lines.WrittenSpan[start..], end);
        end[LineSum.Length] = (byte)'\n';
        lines.Advance(LineSum.Length + 1);
    }

    private static ReadOnlySpan<byte> Time(DateTimeOffset time, Span<byte> text)
    {
        time.UtcDateTime.TryFormat(text, out _, RoundTrip, CultureInfo.InvariantCulture);
        text[UntilMilliseconds] = (byte)'Z';
        return text[..(UntilMilliseconds + 1)];
    }

    private static void WriteRefusal(Utf8JsonWriter writer, IEnumerable<string> problems)
    {
        writer.WriteString("state"u8, Refused);
        writer.WriteStartArray("problems"u8);
        foreach (var problem in problems)
            writer.WriteStringValue(problem);
        writer.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter writer, JournalEntry entry)
    {
        writer.WriteString("key"u8, entry.Key);
        writer.WriteString("state"u8, Name(entry.State));
        // Omit a text that no provider would send: the line would become too long to read back.
        if (entry.Id is { Length: <= LongestText })
            writer.WriteString("id"u8, entry.Id);
        if (entry.Error is { Length: <= LongestText })
            writer.WriteString("error"u8, entry.Error);
        if (entry.Status is { } status)
            writer.WriteNumber("status"u8, status);
    }

    /// <summary>Whether a first line without line end can be an incomplete header of a journal, and not another file.</summary>
    public static bool CanBeTornHeader(ReadOnlySpan<byte> line) =>
        line.Length <= HeaderStart.Length ? HeaderStart.AsSpan().StartsWith(line) : line.StartsWith(HeaderStart);

    /// <summary>Whether a line is a header.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) => line.StartsWith(HeaderStart);

    /// <summary>Reads a header.</summary>
    /// <returns>Null if the line is not a valid header.</returns>
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
    /// <returns>Null if the line is not a valid entry.</returns>
    public static JournalEntry? ReadEntry(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            var entry = new JournalEntry(0, "", KeyState.None);
            var isRefused = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                entry = ReadMember(ref reader, entry, ref isRefused);
            var isWhole = entry.IsRefused ? isRefused && entry.Key.Length == 0 : entry.Key.Length is > 0 and <= 64;
            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && isWhole && entry.Row > 0 ? entry : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JournalEntry ReadMember(ref Utf8JsonReader reader, JournalEntry entry, ref bool isRefused)
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
                isRefused = reader.ValueTextEquals(Refused);
                return entry with { State = State(reader.GetString()) };
            case "problems" when reader.TokenType == JsonTokenType.StartArray:
                return entry with { Problems = ReadTexts(ref reader) };
            case "at" when reader.TokenType == JsonTokenType.String:
                return entry with { At = reader.TryGetDateTimeOffset(out var time) ? time : null };
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

    private static List<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? "");
        return texts;
    }

    /// <summary>The name of a state in the journal.</summary>
    public static string Name(KeyState state) => state switch
    {
        KeyState.Started => "started",
        KeyState.Created => "created",
        KeyState.Existing => "existing",
        KeyState.Updated => "updated",
        KeyState.Failed => "failed",
        KeyState.Unknown => "unknown",
        KeyState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The state with this name; <see cref="KeyState.None"/> if the name is unknown.</summary>
    public static KeyState State(string? name) => name switch
    {
        "started" => KeyState.Started,
        "created" => KeyState.Created,
        "existing" => KeyState.Existing,
        "updated" => KeyState.Updated,
        "failed" => KeyState.Failed,
        "unknown" => KeyState.Unknown,
        "withdrawn" => KeyState.Withdrawn,
        _ => KeyState.None,
    };
}
