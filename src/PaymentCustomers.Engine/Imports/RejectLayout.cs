using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Where in a file those columns stand that an earlier import has added: behind the user's own, and behind cells that are too many.</summary>
internal sealed class RejectLayout
{
    private readonly int _width;
    private readonly int[] _own;
    private readonly bool _isOwnAtEnd;

    public RejectLayout(string[] columns)
    {
        _width = columns.Length;
        Key = Array.FindIndex(columns, column => ColumnNames.Field(column) == CustomerField.IdempotencyKey);
        // An earlier import has put it right before its other columns.
        IsKeyOurs = Key < 0 || (Key + 1 < columns.Length && columns[Key + 1].Trim().Equals(RejectColumns.State, StringComparison.OrdinalIgnoreCase));
        _own = [.. Enumerable.Range(0, columns.Length).Where(i => RejectColumns.IsOwn(columns[i]) || (IsKeyOurs && i == Key))];
        _isOwnAtEnd = _own.Length > 0 && _own[0] == _width - _own.Length;
    }

    /// <summary>The column of the key; below zero if there is none.</summary>
    public int Key { get; }

    /// <summary>Whether there is no column of the key that is the user's.</summary>
    public bool IsKeyOurs { get; }

    /// <summary>Where the user's column of the key stands among <see cref="Rest"/>.</summary>
    public int KeyInRest => Key - _own.Count(column => column < Key);

    /// <summary>The cells of a record below the columns that they belong to.</summary>
    public string[] Align(string[] record)
    {
        if (record.Length == _width)
            return record;
        // Cells that are missing at the end are blank, as in every spreadsheet.
        var cells = new string[_width];
        record.AsSpan(0, Math.Min(_width, record.Length)).CopyTo(cells);
        if (record.Length > _width && _isOwnAtEnd)
            record.AsSpan(record.Length - _own.Length).CopyTo(cells.AsSpan(_own[0]));
        return cells;
    }

    /// <summary>A record without what an earlier import has added, and with every cell that it has too many.</summary>
    public IEnumerable<string> Rest(string[] record)
    {
        // Where ours stand elsewhere nobody can tell which cell is which, and all are kept.
        var surplus = Math.Max(0, record.Length - _width);
        var dropped = surplus == 0 || _isOwnAtEnd ? _own : [];
        for (var i = 0; i < _width + surplus; i++)
        {
            if (!dropped.Contains(i - surplus))
                yield return i < record.Length ? record[i] : "";
        }
    }
}
