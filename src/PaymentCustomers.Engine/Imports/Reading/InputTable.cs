namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>One pass over a file: its columns, then row by row. Empty lines are no rows.</summary>
/// <param name="columns">The columns' names as they stand in the file; none if it has no line with text.</param>
/// <param name="records">The rows behind the header.</param>
/// <param name="closing">Closes what the rows come from.</param>
internal sealed class InputTable(string[] columns, IEnumerator<InputRecord> records, IDisposable? closing = null) : IDisposable
{
    public string[] Columns => columns;

    /// <summary>The header's row, where titles stand above it; null where it is the first.</summary>
    public long? RowBehindTitles { get; init; }

    /// <summary>The rows from the last one read to the end: who stops and asks again goes on behind it.</summary>
    /// <exception cref="PaymentException">A row is broken.</exception>
    public IEnumerable<InputRecord> Records()
    {
        while (records.MoveNext())
        {
            if (!records.Current.IsEmptyLine)
                yield return records.Current;
        }
    }

    public void Dispose()
    {
        records.Dispose();
        closing?.Dispose();
    }
}
