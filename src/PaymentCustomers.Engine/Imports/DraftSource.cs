using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Reads the drafts of a file on demand. A second enumeration continues after the last draft of the first.</summary>
internal sealed class DraftSource(InputTable table, RowReader reader, ImportMap map, IReadOnlyDictionary<CustomerField, string> given)
{
    private readonly Dictionary<CustomerField, string?>? _given = given.Count == 0 ? null : given.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);

    private readonly RejectLayout _layout = new(table.Columns);

    /// <summary>Whether the file was read to the end.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The number of blank rows. They contain no customer.</summary>
    public long Blank { get; private set; }

    public IEnumerable<Draft> Drafts()
    {
        foreach (var record in table.Records())
        {
            if (Array.TrueForAll(record.Cells, cell => CellText.Clean(cell) is not { } text || CellText.IsDash(text)))
                Blank++;
            else
                yield return Read(record);
        }

        IsAtEnd = true;
    }

    private Draft Read(InputRecord record)
    {
        var columns = table.Columns;
        var draft = ReadOrRefuse(record, columns);
        if (record.Cells.Length > columns.Length)
            draft.AddProblem(new FieldProblem("", PaymentErrorId.CustomerInvalid, ImportMessages.TooManyCells(record.Cells.Length, columns.Length)));
        return draft;
    }

    /// <summary>Reads a row. If an unexpected exception occurs, only this row is refused, and reading continues.</summary>
    private Draft ReadOrRefuse(InputRecord record, string[] columns)
    {
        try
        {
            var draft = reader.Read(record.Row, record.Cells, columns, _layout.Align(record.Cells), _given);
            map.Translate(draft);
            return draft;
        }
#pragma warning disable CA1031 // It is reported with the row.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var draft = new Draft(record.Row, record.Cells);
            draft.AddProblem(RowErrors.Broken(e));
            return draft;
        }
    }
}
