using PaymentCustomers.Engine.Imports.Reporting;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Records the outcome of every row: counts it, writes it to its output file, and keeps the first errors for the report.</summary>
/// <param name="files">The output files.</param>
/// <param name="clock">Gives the time at which an outcome became unknown.</param>
internal sealed class Ledger(ImportFiles files, TimeProvider clock)
{
    private const int KeptOfKind = 10;
    private const int OpenRowsKept = 100;

    private readonly List<PaymentError> _errors = [];
    private readonly List<RowReport> _openRows = [];
    private readonly SortedDictionary<PaymentErrorId, long> _kinds = [];

    /// <summary>The outcomes over time.</summary>
    public Timeline Timeline { get; } = new(clock);

    /// <summary>The first rows without a customer.</summary>
    public IReadOnlyList<RowReport> OpenRows => _openRows;

    /// <summary>The first errors of each kind, in row order.</summary>
    public IReadOnlyList<PaymentError> Errors => _errors;

    /// <summary>The number of errors of each kind that are not in <see cref="Errors"/>.</summary>
    public IEnumerable<(PaymentErrorId Id, long Rows)> MoreErrors =>
        from kind in _kinds where kind.Value > KeptOfKind select (kind.Key, kind.Value - KeptOfKind);

    /// <summary>The number of errors of each kind, including those in <see cref="Errors"/>.</summary>
    public IReadOnlyDictionary<PaymentErrorId, long> ErrorCounts => _kinds;

    /// <summary>The number of rows that failed with an error of their own.</summary>
    public long ErrorCount => Counts[CustomerOutcome.Failed] + Counts[CustomerOutcome.Unknown];

    /// <summary>The number of rows recorded.</summary>
    public long Rows => Counts.Total;

    /// <summary>The number of rows with each outcome.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>The error of writing a row to its output file; null if there was none. All rows are counted even then.</summary>
    public PaymentException? Broken { get; private set; }

    /// <summary>Records the outcome of a row.</summary>
    /// <returns>Whether the row's error is among the first ones of its kind.</returns>
    public bool Add(RowReport row)
    {
        Counts.Add(row.Outcome, row.Customer);
        Timeline.Add(row.Outcome);
        if (row.IsOpen && _openRows.Count < OpenRowsKept)
            _openRows.Add(row);
        try
        {
            if (row.IsOpen)
                files.Rejects.Write(row, clock.GetUtcNow());
            // Rows of another shard belong in that shard's files.
            else if (row.Outcome != CustomerOutcome.OtherShard)
                files.Created.Write(row);
        }
#pragma warning disable CA1031 // Whatever the error is, the row is counted and nothing more is sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Broken ??= e as PaymentException ?? ImportErrors.Of(PaymentErrorId.OutputFailed, e.Message);
        }

        return row.Error is { } error && Keep(error);
    }

    /// <summary>Counts rows that were not sent, without writing them to a file.</summary>
    public void AddNotSent(long rows) => Counts.Add(CustomerOutcome.NotSent, rows);

    private bool Keep(PaymentError error)
    {
        var before = _kinds.GetValueOrDefault(error.Id);
        _kinds[error.Id] = before + 1;
        if (before >= KeptOfKind)
            return false;
        _errors.Add(error);
        return true;
    }
}
