using System.Text.Json;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A JSON array of objects, or one JSON object per line. The columns are the members of all objects.</summary>
internal sealed class JsonInput : InputFile
{
    private readonly InputText _text;
    private string[]? _columns;
    private Dictionary<string, int> _places = [];

    /// <param name="options">What the user specified about the file.</param>
    /// <param name="text">The text of the file; disposed with this object.</param>
    public JsonInput(InputOptions options, InputText text)
        : base(options) => _text = text;

    public override bool WantsMark => _text.WantsMark;

    public override InputTable Read()
    {
        _columns ??= FindColumns();
        return new InputTable(_columns, Records().GetEnumerator());
    }

    public override string Digest() => _text.Digest();

    protected override void Dispose(bool disposing) => _text.Dispose();

    private string[] FindColumns()
    {
        var names = new List<string>();
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, line, members) in Objects())
        {
            own.Clear();
            foreach (var member in members.EnumerateObject())
            {
                if (!own.Add(member.Name))
                    throw InputErrors.Of(ReadingMessages.JsonBroken(line, ReadingMessages.MemberTwice(member.Name)), ReadingMessages.JsonAction);
                if (_places.TryAdd(member.Name, names.Count))
                    names.Add(member.Name);
            }
        }

        return [.. names];
    }

    private IEnumerable<InputRecord> Records()
    {
        foreach (var (row, _, members) in Objects())
        {
            var cells = new string[_columns!.Length];
            Array.Fill(cells, "");
            foreach (var member in members.EnumerateObject())
            {
                // A member that the first pass did not see means that the file was changed; its digest will report it.
                if (_places.TryGetValue(member.Name, out var place))
                    cells[place] = Text(member.Value);
            }

            yield return new InputRecord(row, cells);
        }
    }

    private IEnumerable<(long Row, long Line, JsonElement Members)> Objects()
    {
        using var reader = _text.Read();
        var values = new JsonValues(reader);
        while (values.Next() is { } text)
        {
            using var json = Parse(text, values.Line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw InputErrors.Of(ReadingMessages.JsonBroken(values.Line, ReadingMessages.NoObject(json.RootElement.ValueKind.ToString())), ReadingMessages.JsonAction);
            yield return (values.IsList ? values.Count : values.Line, values.Line, json.RootElement);
        }
    }

    private static JsonDocument Parse(string text, long line)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw InputErrors.Of(ReadingMessages.JsonBroken(line, e.Message), ReadingMessages.JsonAction, e);
        }
    }

    // Nested data stays JSON, as in a cell of a CSV file.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
