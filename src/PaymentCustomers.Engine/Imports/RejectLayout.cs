using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The positions of the columns that an earlier import added to a file: after the user's own columns and after surplus cells.</summary>
internal sealed class RejectLayout
{
    private readonly int _width;
    private readonly int[] _own;
    private readonly bool _isOwnAtEnd;

    public RejectLayout(string[] columns)
    {
        _width = columns.Length;
        Key = Array.FindIndex(columns, column => ColumnNames.Field(column) == CustomerField.IdempotencyKey);
        // An earlier import puts this column directly before its other columns.
        IsKeyOurs = Key < 0 || (Key + 1 < columns.Length && columns[Key + 1].Trim().Equals(RejectColumns.State, StringComparison.OrdinalIgnoreCase));
        _own = [.. Enumerable.Range(0, columns.Length).Where(i => RejectColumns.IsOwn(columns[i]) || (IsKeyOurs && i == Key))];
        _isOwnAtEnd = _own.Length > 0 && _own[0] == _width - _own.Length;
    }

    /// <summary>The index of the key column; negative if there is none.</summary>
    public int Key { get; }

    /// <summary>Whether the key column was added by an earlier import or does not exist.</summary>
    public bool IsKeyOurs { get; }

    /// <summary>The index of the user's key column in <see cref="Rest"/>.</summary>
    public int KeyInRest => Key - _own.Count(column => column < Key);

    /// <summary>Moves the cells of a record below the columns that they belong to.</summary>
    public string[] Align(string[] record)
    {
        if (record.Length == _width)
            return record;
        // Missing cells at the end are blank, as in every spreadsheet.
        var cells = new string[_width];
        record.AsSpan(0, Math.Min(_width, record.Length)).CopyTo(cells);
        if (record.Length > _width && _isOwnAtEnd)
            record.AsSpan(record.Length - _own.Length).CopyTo(cells.AsSpan(_own[0]));
        return cells;
    }

    /// <summary>The record without the columns of an earlier import, but with all surplus cells.</summary>
    public IEnumerable<string> Rest(string[] record)
    {
        // If the added columns are not at the end, it cannot be determined which cells are surplus, and all cells are kept.
        var surplus = Math.Max(0, record.Length - _width);
        var dropped = surplus == 0 || _isOwnAtEnd ? _own : [];
        for (var i = 0; i < _width + surplus; i++)
        {
            if (!dropped.Contains(i - surplus))
                yield return i < record.Length ? record[i] : "";
        }
    }
}
