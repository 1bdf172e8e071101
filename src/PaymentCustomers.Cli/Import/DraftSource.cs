using System.Globalization;
using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Cli.Import;

/// <summary>The drafts of a file, read while they are asked for: who stops and asks again gets those behind.</summary>
internal sealed class DraftSource(CsvTable table, RowReader reader, IReadOnlyDictionary<CustomerField, string> given)
{
    private readonly Dictionary<CustomerField, string?>? _given = given.Count == 0 ? null : given.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
    private long _rows;

    /// <summary>Whether the file was read to its end.</summary>
    public bool IsAtEnd { get; private set; }

    public IEnumerable<Draft> Drafts()
    {
        foreach (var record in table.Records())
        {
            var draft = Read(record);
            // A row of blanks is nobody; it is told of with the columns.
            if (!draft.IsBlank)
                yield return draft;
        }

        IsAtEnd = true;
    }

    private Draft Read(string[] record)
    {
        var columns = table.Columns;
        var cells = record;
        // Cells that are missing at the end are blank, as in every spreadsheet.
        if (cells.Length != columns.Length)
            Array.Resize(ref cells, columns.Length);
        var draft = Read(++_rows, record, columns, cells);
        if (record.Length > columns.Length && !draft.IsBlank)
            draft.AddProblem(new FieldProblem("", PaymentErrorId.CustomerInvalid, TooManyCells(record.Length, columns.Length)));
        return draft;
    }

    /// <summary>A row on which this program fails is refused for that; the others go on.</summary>
    private Draft Read(long row, string[] record, string[] columns, string[] cells)
    {
        try
        {
            return reader.Read(row, record, columns, cells, _given);
        }
#pragma warning disable CA1031 // It is told with the row.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var draft = new Draft(row, record);
            draft.AddProblem(RowErrors.Broken(e));
            return draft;
        }
    }

    private static string TooManyCells(int cells, int columns) => string.Create(
        CultureInfo.InvariantCulture, $"It has {cells} cells where the header has {columns}: a cell that holds the delimiter must stand in quotes");
}
