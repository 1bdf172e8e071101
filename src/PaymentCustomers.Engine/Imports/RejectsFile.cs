using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>
/// Writes the rows without a customer: as in the input, then the state and the reason. The user corrects the values and
/// imports this file. A row that may have a customer includes its idempotency key, by which it is looked up before it is sent again.
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

    /// <summary>The number of rows written.</summary>
    public long Rows { get; private set; }

    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
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
        // If this run sent nothing for a row that was already in doubt, the row keeps the time of its doubt.
        var isEarlier = row.Draft.IsDoubtful && row.Outcome != CustomerOutcome.Unknown;
        var time = isEarlier ? row.Draft.DoubtfulSince : now;
        _target.Write([.. cells, RejectColumns.Write(row.State), row.Error?.Message ?? ImportMessages.StoppedBefore, time is { } known ? RejectColumns.Write(known) : ""]);
    }

    /// <summary>
    /// The key to write. A row in doubt is found by the key that it was sent with, even if its cells are changed. A row whose doubt
    /// was resolved gets a blank key, so that the next import computes its key from the content again.
    /// </summary>
    private string KeyOf(RowReport row, string[] record)
    {
        if (row.State == RejectState.Doubtful)
            return row.Key ?? "";
        return row.Draft.IsDoubtful || _layout.Key < 0 ? "" : _layout.Align(record)[_layout.Key] ?? "";
    }
}
