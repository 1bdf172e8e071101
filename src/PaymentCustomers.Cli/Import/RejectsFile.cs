using PaymentCustomers.Cli.Csv;

namespace PaymentCustomers.Cli.Import;

/// <summary>
/// The rows that have no customer, as they stood in the input and with what is wrong behind them: corrected, the file is
/// imported as it is.
/// </summary>
internal sealed class RejectsFile
{
    private readonly CsvTarget _target;
    private readonly int _width;
    private readonly int[] _ownColumns;
    private readonly bool _isOwnAtEnd;

    public RejectsFile(CsvTarget target, string[] columns)
    {
        _target = target;
        _width = columns.Length;
        _ownColumns = [.. Enumerable.Range(0, columns.Length).Where(i => IsOwn(columns[i]))];
        _isOwnAtEnd = _ownColumns.Length > 0 && _ownColumns[0] == _width - _ownColumns.Length;
        _target.Write([.. Rest(columns), IdColumn, MessageColumn]);
    }

    public static string IdColumn => "_error_id";

    public static string MessageColumn => "_error";

    /// <summary>Whether a column is one that an earlier import has added.</summary>
    public static bool IsOwn(string column) =>
        column.Trim().Equals(IdColumn, StringComparison.OrdinalIgnoreCase) || column.Trim().Equals(MessageColumn, StringComparison.OrdinalIgnoreCase);

    public void Write(RowReport row)
    {
        var id = row.Error?.Id.ToString() ?? row.Outcome.ToString();
        var message = row.Error?.Message ?? "The run stopped before this row: nothing was sent for it.";
        _target.Write([.. Rest((string[])row.Draft.Source!), id, message]);
    }

    /// <summary>The record without what an earlier import has added, and with every cell that it has too many.</summary>
    private IEnumerable<string> Rest(string[] record)
    {
        // Ours were written behind the cells that are too many. Where they stand elsewhere nobody can tell which cell is
        // which, and all are kept.
        var surplus = Math.Max(0, record.Length - _width);
        var dropped = surplus == 0 || _isOwnAtEnd ? _ownColumns : [];
        for (var i = 0; i < _width + surplus; i++)
        {
            if (!dropped.Contains(i - surplus))
                yield return i < record.Length ? record[i] : "";
        }
    }
}
