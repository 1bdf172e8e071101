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
    private readonly RejectLayout _layout;

    public RejectsFile(CsvTarget target, string[] columns)
    {
        _target = target;
        _layout = new RejectLayout(columns);
        _target.Write([.. _layout.Rest(columns), .. _layout.IsKeyOurs ? [KeyColumn] : Array.Empty<string>(), RejectColumns.State, RejectColumns.Reason, RejectColumns.Time]);
    }

    /// <summary>How many rows were written.</summary>
    public long Rows { get; private set; }

    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: it cannot be written.</exception>
    public void Write(RowReport row, DateTimeOffset now)
    {
        Rows++;
        var record = (string[])row.Draft.Source!;
        var key = KeyOf(row, record);
        var cells = _layout.Rest(record).ToList();
        if (_layout.IsKeyOurs)
            cells.Add(key);
        else
            cells[_layout.KeyInRest] = key;
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
        return row.Draft.IsDoubtful || _layout.Key < 0 ? "" : _layout.Align(record)[_layout.Key] ?? "";
    }
}
