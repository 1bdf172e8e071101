using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>
/// The rows that have no customer, as they stood in the input, and behind them what is known of each: corrected, the file is
/// imported as it is. A row that may have a customer carries its key, by which it is looked up before it is sent again.
/// </summary>
internal sealed class RejectsFile
{
    private const string KeyColumn = "idempotency_key";

    private readonly CsvTarget _target;
    private readonly int _width;
    private readonly int[] _ownColumns;
    private readonly bool _isOwnAtEnd;
    private readonly int _key;
    private readonly bool _isKeyOurs;

    public RejectsFile(CsvTarget target, string[] columns)
    {
        _target = target;
        _width = columns.Length;
        _key = Array.FindIndex(columns, column => ColumnNames.Field(column) == CustomerField.IdempotencyKey);
        // An earlier import has put it right before its other columns.
        _isKeyOurs = _key < 0 || (_key + 1 < columns.Length && columns[_key + 1].Trim().Equals(RejectColumns.State, StringComparison.OrdinalIgnoreCase));
        _ownColumns = [.. Enumerable.Range(0, columns.Length).Where(i => RejectColumns.IsOwn(columns[i]) || (_isKeyOurs && i == _key))];
        _isOwnAtEnd = _ownColumns.Length > 0 && _ownColumns[0] == _width - _ownColumns.Length;
        _target.Write([.. Rest(columns), .. _isKeyOurs ? [KeyColumn] : Array.Empty<string>(), RejectColumns.State, RejectColumns.Reason, RejectColumns.Time]);
    }

    /// <summary>How many rows were written.</summary>
    public long Rows { get; private set; }

    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: it cannot be written.</exception>
    public void Write(RowReport row, DateTimeOffset now)
    {
        Rows++;
        var record = (string[])row.Draft.Source!;
        var key = KeyOf(row, record);
        var cells = Rest(record).ToList();
        if (_isKeyOurs)
            cells.Add(key);
        else
            cells[_key - _ownColumns.Count(column => column < _key)] = key;
        // A doubt that nothing was sent for in this run is as old as it was.
        var isEarlier = row.Draft.IsDoubtful && row.Outcome != CustomerOutcome.Unknown;
        var time = isEarlier ? row.Draft.DoubtfulSince : now;
        _target.Write([.. cells, RejectColumns.Write(row.State), row.Error?.Message ?? ImportMessages.StoppedBefore, time is { } known ? RejectColumns.Write(known) : ""]);
    }

    /// <summary>
    /// A doubtful row is known by the key that it was sent with, whatever becomes of its cells. One whose doubt was settled
    /// gets the key of its content again.
    /// </summary>
    private string KeyOf(RowReport row, string[] record)
    {
        if (row.State == RejectState.Doubtful)
            return row.Key ?? "";
        return row.Draft.IsDoubtful || _key < 0 || _key >= record.Length ? "" : record[_key];
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
