using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>Writes the mapping by which a file was read, with comments on what can be changed.</summary>
/// <param name="path">The file to write: <c>.psd1</c>, or JSON with comments.</param>
internal sealed class MapWriter(string path)
{
    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly StringBuilder _text = new();
    private readonly bool _isJson = !Path.GetExtension(path).Equals(".psd1", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the mapping.</summary>
    /// <param name="input">The file that was read.</param>
    /// <param name="provider">The provider's name.</param>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="map">The mapping by which it was read.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file exists, or cannot be written.</exception>
    public void Write(string input, string provider, IReadOnlyList<RowColumn> columns, ImportMap map)
    {
        Comment(0, MappingMessages.Title(Path.GetFileName(input), provider));
        Open(0, null);
        Comment(1, MappingMessages.ColumnsNote);
        Open(1, nameof(ImportMap.Columns));
        foreach (var column in columns.Where(column => !column.IsOwn && column.Name.Trim().Length > 0))
            WriteColumn(column, columns);
        Close(1);
        Comment(1, MappingMessages.ConstantsNote);
        Open(1, nameof(ImportMap.Constants));
        foreach (var (field, value) in map.Constants)
            Entry(2, field.ToString(), value);
        if (map.Constants.Count == 0)
            Comment(2, EntryText(nameof(CustomerField.EnableNotifications), "false"));
        Close(1);
        Comment(1, MappingMessages.DateFormatNote);
        if (map.DateFormat is { } format)
            Entry(1, nameof(ImportMap.DateFormat), format);
        else
            Comment(1, EntryText(nameof(ImportMap.DateFormat), "dd/MM/yyyy"));
        Comment(1, MappingMessages.ValuesNote);
        Open(1, nameof(ImportMap.Values));
        foreach (var (field, table) in map.Values)
        {
            Open(2, field.ToString());
            foreach (var (cell, meaning) in table)
                Entry(3, cell, meaning);
            Close(2);
        }

        if (map.Values.Count == 0)
            Comment(2, TableText(nameof(CustomerField.CustomerType), "P", "natural"));
        Close(1);
        Close(0);
        Save();
    }

    private void WriteColumn(RowColumn column, IReadOnlyList<RowColumn> columns)
    {
        var name = column.Name.Trim();
        switch (column.Use)
        {
            case ColumnUse.MetadataMember:
                Entry(2, name, $"metadata.{column.Member}");
                break;
            case ColumnUse.Ignored:
                Entry(2, name, "");
                break;
            case ColumnUse.Read:
                var field = column.Meaning.Field;
                // A field that is joined from several columns would no longer be joined if each column were mapped to the field.
                if (column.Meaning.Role == ColumnRole.Field && columns.Count(other => other.Use == ColumnUse.Read && other.Meaning.Field == field) == 1)
                    Entry(2, name, field.ToString());
                else
                    Comment(2, MappingMessages.ReadTogether(Quote(name), field.ToString()));
                break;
            default:
                Comment(2, column.Use == ColumnUse.Unused && ColumnProposals.For(name) is { } proposal
                    ? MappingMessages.Proposal(Quote(name), proposal.ToString())
                    : MappingMessages.NotUsed(Quote(name)));
                break;
        }
    }

    private void Comment(int depth, string text) => Line(depth, (_isJson ? "// " : "# ") + PrintableText.Line(text));

    private void Open(int depth, string? name)
    {
        var open = _isJson ? "{" : "@{";
        Line(depth, name is null ? open : _isJson ? $"{Quote(name)}: {open}" : $"{name} = {open}");
    }

    // The JSON reader here accepts a comma after the last member.
    private void Close(int depth) => Line(depth, _isJson && depth > 0 ? "}," : "}");

    private void Entry(int depth, string name, string value) => Line(depth, EntryText(name, value) + (_isJson ? "," : ""));

    private string EntryText(string name, string value) => _isJson ? $"{Quote(name)}: {Quote(value)}" : $"{Quote(name)} = {Quote(value)}";

    private string TableText(string name, string cell, string meaning) =>
        _isJson ? $"{Quote(name)}: {{ {EntryText(cell, meaning)} }}" : $"{Quote(name)} = @{{ {EntryText(cell, meaning)} }}";

    private string Quote(string text)
    {
        var line = PrintableText.Line(text);
        var doubled = line.Replace("'", "''", StringComparison.Ordinal);
        if (!_isJson)
            return $"'{doubled}'";
        var encoded = JsonEncodedText.Encode(line, Plain);
        return $"\"{encoded}\"";
    }

    private void Line(int depth, string text) => _text.Append(' ', 4 * depth).Append(text).Append(Environment.NewLine);

    private void Save()
    {
        if (File.Exists(path))
            throw OutputErrors.Of(MappingMessages.Exists(path), MappingMessages.ExistsAction);
        try
        {
            using var stream = PrivateFile.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).GetPreamble());
            stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.Of(WritingMessages.Unwritable(path, e.Message), WritingMessages.UnwritableAction, e);
        }
    }
}
