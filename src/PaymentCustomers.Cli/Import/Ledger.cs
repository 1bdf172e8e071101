using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>Accounts for every row: counts it, writes it where it belongs, and keeps the first errors for the report.</summary>
internal sealed class Ledger(PaymentProvider provider, RejectsFile? rejects, OutcomesFile? outcomes)
{
    private const int ErrorsKept = 10;

    private readonly RunCounts _counts = new();
    private readonly List<PaymentError> _errors = [];
    private readonly SortedDictionary<PaymentErrorId, string> _actions = [];
    private readonly SortedDictionary<PaymentErrorId, long> _errorCounts = [];
    private long _valid;

    /// <summary>The first errors.</summary>
    public IReadOnlyList<PaymentError> Errors => _errors;

    /// <summary>How many errors of each kind there were, those kept in <see cref="Errors"/> included.</summary>
    public IReadOnlyDictionary<PaymentErrorId, long> ErrorCounts => _errorCounts;

    /// <summary>What to do about each kind of error there was.</summary>
    public IReadOnlyDictionary<PaymentErrorId, string> Actions => _actions;

    /// <summary>The rows that failed for a reason of their own, those kept in <see cref="Errors"/> included.</summary>
    public long ErrorCount => _counts[CustomerOutcome.Failed] + _counts[CustomerOutcome.Unknown];

    /// <summary>The rows accounted for.</summary>
    public long Rows => _counts.Total + Valid;

    /// <summary>The rows that a dry run found nothing wrong with.</summary>
    public long Valid => Volatile.Read(ref _valid);

    /// <summary>What became of the rows that are accounted for.</summary>
    public RunCounts Counts => _counts;

    /// <summary>Whether a row that was not sent has to be read all the same, to be written down.</summary>
    public bool WantsEveryRow => rejects is not null || outcomes is not null;

    /// <summary>Why a row could not be written where it belongs; null if all could. All are counted none the less.</summary>
    public CliException? Broken { get; private set; }

    public void Add(RowReport row)
    {
        if (row.Outcome is not { } outcome)
            Interlocked.Increment(ref _valid);
        else
            _counts.Add(outcome, row.Customer);
        if (row.Error is { } error)
            Keep(error);
        try
        {
            // First what nobody could tell afterwards.
            if (row.IsOpen)
                rejects?.Write(row);
            // Those of another shard stand in its file.
            if (row.Outcome != CustomerOutcome.OtherShard)
                outcomes?.Write(row);
        }
        catch (Exception e)
        {
            Broken ??= e as CliException ?? new CliException(e.Message);
        }
    }

    /// <summary>Rows that were not sent and are written nowhere.</summary>
    public void AddNotSent(long rows) => _counts.Add(CustomerOutcome.NotSent, rows);

    private void Keep(PaymentError error)
    {
        _errorCounts[error.Id] = _errorCounts.GetValueOrDefault(error.Id) + 1;
        if (_errors.Count < ErrorsKept)
            _errors.Add(error);
        if (Advice.For(error, provider) is { } action)
            _actions.TryAdd(error.Id, action);
    }
}
