namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A single reading of a file: its columns, then its rows. Empty lines are skipped.</summary>
/// <param name="columns">The column names as in the file; empty if the file has no text.</param>
/// <param name="records">The rows after the header.</param>
/// <param name="closing">Disposes the source of the rows.</param>
internal sealed class InputTable(string[] columns, IEnumerator<InputRecord> records, IDisposable? closing = null) : IDisposable
{
    public string[] Columns => columns;

    /// <summary>The row number of the header if there are title lines above it; null if it is the first row.</summary>
    public long? RowBehindTitles { get; init; }

    /// <summary>The remaining rows. A second enumeration continues after the last row of the first.</summary>
    /// <exception cref="PaymentException">A row is malformed.</exception>
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
