using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>Reads mappings from files, and from tables that a front passes.</summary>
internal static class MapReader
{
    private const string DataFileEnding = ".psd1";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file: <c>.psd1</c>, or JSON with comments.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: the file cannot be read, or is not a mapping.</exception>
    public static ImportMap Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return Path.GetExtension(path).Equals(DataFileEnding, StringComparison.OrdinalIgnoreCase)
                ? Of(DataFile.Parse(text), $"'{path}'")
                : Of(Json(text), $"'{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or JsonException)
        {
            throw Wrong($"'{path}'", e.Message);
        }
    }

    /// <summary>Creates a mapping from a table of texts and tables.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The source of the table, for messages; null if it is not a file.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: the table is not a mapping.</exception>
    public static ImportMap Of(IReadOnlyDictionary<string, object?> table, string? where = null)
    {
        where ??= MappingMessages.TheMapping;
        string[] parts = [nameof(ImportMap.Columns), nameof(ImportMap.Constants), nameof(ImportMap.DateFormat), nameof(ImportMap.Values)];
        // The short form: only column names, each with its field.
        if (!table.Keys.Any(key => parts.Contains(key, StringComparer.OrdinalIgnoreCase)))
            return new ImportMap { Columns = Columns(table, where) };
        if (table.Keys.FirstOrDefault(key => !parts.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Wrong(where, MappingMessages.Unknown(unknown));
        return new ImportMap
        {
            Columns = Columns(Table(nameof(ImportMap.Columns)), where),
            Constants = Table(nameof(ImportMap.Constants)).ToDictionary(pair => Field(pair.Key, where), pair => Text(pair.Key, pair.Value, where)),
            DateFormat = DateFormat(Find(nameof(ImportMap.DateFormat)), where),
            Values = Table(nameof(ImportMap.Values)).ToDictionary(
                pair => Field(pair.Key, where),
                IReadOnlyDictionary<string, string> (pair) => AsTable(pair.Key, pair.Value, where)
                    .ToDictionary(value => value.Key.Trim(), value => Text(value.Key, value.Value, where), StringComparer.OrdinalIgnoreCase)),
        };

        object? Find(string name) => table.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

        IReadOnlyDictionary<string, object?> Table(string name) => AsTable(name, Find(name), where);
    }

    private static Dictionary<string, string> Columns(IReadOnlyDictionary<string, object?> table, string where)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, value) in table)
        {
            var target = value is null ? "" : Text(column, value, where).Trim();
            columns[column.Trim()] = ColumnMap.IsTarget(target) ? target : throw Wrong(where, MappingMessages.NoField(target));
        }

        return columns;
    }

    private static IReadOnlyDictionary<string, object?> AsTable(string name, object? value, string where) => value switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> table => table,
        _ => throw Wrong(where, MappingMessages.NoTable(name)),
    };

    private static string Text(string name, object? value, string where) => value as string ?? throw Wrong(where, MappingMessages.NoText(name));

    private static CustomerField Field(string name, string where) =>
        Enum.TryParse<CustomerField>(name, ignoreCase: true, out var field) && !char.IsAsciiDigit(name[0]) ? field : throw Wrong(where, MappingMessages.NoField(name));

    private static string? DateFormat(object? value, string where)
    {
        if (value is null)
            return null;
        var format = Text(nameof(ImportMap.DateFormat), value, where);
        return BirthDates.IsFormat(format) ? format : throw Wrong(where, MappingMessages.NoDateFormat(format));
    }

    private static Dictionary<string, object?> Json(string text)
    {
        using var json = JsonDocument.Parse(text, Lenient);
        return json.RootElement.ValueKind == JsonValueKind.Object ? Table(json.RootElement) : throw new JsonException(MappingMessages.NoTable(json.RootElement.ValueKind.ToString()));
    }

    private static Dictionary<string, object?> Table(JsonElement json) => json.EnumerateObject().ToDictionary(
        member => member.Name,
        object? (member) => member.Value.ValueKind switch
        {
            JsonValueKind.Object => Table(member.Value),
            JsonValueKind.Null => null,
            JsonValueKind.String => member.Value.GetString(),
            _ => member.Value.GetRawText(),
        },
        StringComparer.OrdinalIgnoreCase);

    private static PaymentException Wrong(string where, string problem) => InputErrors.Of(MappingMessages.Wrong(where, problem), MappingMessages.Action);
}
