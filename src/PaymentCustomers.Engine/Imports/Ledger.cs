using PaymentCustomers.Engine.Imports.Reporting;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Accounts for every row: counts it, writes it where it belongs, and keeps the first errors for the report.</summary>
/// <param name="files">Where rows are written.</param>
/// <param name="clock">Says when a doubt was found out.</param>
internal sealed class Ledger(ImportFiles files, TimeProvider clock)
{
    private const int KeptOfKind = 10;
    private const int OpenRowsKept = 100;

    private readonly List<PaymentError> _errors = [];
    private readonly List<RowReport> _openRows = [];
    private readonly SortedDictionary<PaymentErrorId, long> _kinds = [];

    /// <summary>What came when.</summary>
    public Timeline Timeline { get; } = new(clock);

    /// <summary>The first rows without a customer.</summary>
    public IReadOnlyList<RowReport> OpenRows => _openRows;

    /// <summary>The first errors of each kind, in the order of the rows.</summary>
    public IReadOnlyList<PaymentError> Errors => _errors;

    /// <summary>How many errors of a kind there were beyond those in <see cref="Errors"/>.</summary>
    public IEnumerable<(PaymentErrorId Id, long Rows)> MoreErrors =>
        from kind in _kinds where kind.Value > KeptOfKind select (kind.Key, kind.Value - KeptOfKind);

    /// <summary>How many errors of each kind there were, those kept in <see cref="Errors"/> included.</summary>
    public IReadOnlyDictionary<PaymentErrorId, long> ErrorCounts => _kinds;

    /// <summary>The rows that failed for a reason of their own.</summary>
    public long ErrorCount => Counts[CustomerOutcome.Failed] + Counts[CustomerOutcome.Unknown];

    /// <summary>The rows accounted for.</summary>
    public long Rows => Counts.Total;

    /// <summary>What became of the rows that are accounted for.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Why a row could not be written where it belongs; null if all could. All are counted none the less.</summary>
    public PaymentException? Broken { get; private set; }

    /// <summary>Takes what became of a row.</summary>
    /// <returns>Whether its error is one of the first of its kind.</returns>
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
            // Those of another shard stand in its files.
            else if (row.Outcome != CustomerOutcome.OtherShard)
                files.Created.Write(row);
        }
#pragma warning disable CA1031 // Whatever it is: the row is counted, and nothing more is sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Broken ??= e as PaymentException ?? ImportErrors.Of(PaymentErrorId.OutputFailed, e.Message);
        }

        return row.Error is { } error && Keep(error);
    }

    /// <summary>Rows that were not sent and are written nowhere.</summary>
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
