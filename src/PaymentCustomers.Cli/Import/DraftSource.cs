using System.Globalization;
using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Cli.Import;

/// <summary>The drafts of a file, read while they are asked for: who stops and asks again gets those behind.</summary>
internal sealed class DraftSource(CsvTable table, RowReader reader, bool? enableNotifications)
{
    private long _rows;

    /// <summary>Whether the file was read to its end.</summary>
    public bool IsAtEnd { get; private set; }

    public IEnumerable<Draft> Drafts()
    {
        foreach (var record in table.Records())
            yield return Read(record);
        IsAtEnd = true;
    }

    private Draft Read(string[] record)
    {
        var columns = table.Columns;
        var cells = record;
        // Cells that are missing at the end are blank, as in every spreadsheet.
        if (cells.Length != columns.Length)
            Array.Resize(ref cells, columns.Length);
        var draft = reader.Read(++_rows, record, columns, cells);
        if (record.Length > columns.Length)
            draft.AddProblem(new FieldProblem("", PaymentErrorId.CustomerInvalid, TooManyCells(record.Length, columns.Length)));
        if (enableNotifications is { } notify)
            draft[CustomerField.EnableNotifications] = notify ? "true" : "false";
        return draft;
    }

    private static string TooManyCells(int cells, int columns) => string.Create(
        CultureInfo.InvariantCulture, $"It has {cells} cells where the header has {columns}: a cell that holds the delimiter must stand in quotes");
}
