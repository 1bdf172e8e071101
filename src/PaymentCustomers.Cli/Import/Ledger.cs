using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary>Accounts for every row: counts it, writes it where it belongs, and keeps the first errors for the report.</summary>
internal sealed class Ledger(IPaymentProvider provider, RejectsFile? rejects, OutcomesFile? outcomes)
{
    private const int ErrorsKept = 10;

    private readonly long[] _counts = new long[Enum.GetValues<RowOutcome>().Length];
    private readonly List<PaymentError> _errors = [];
    private readonly SortedDictionary<PaymentErrorId, string> _actions = [];

    /// <summary>The first errors.</summary>
    public IReadOnlyList<PaymentError> Errors => _errors;

    /// <summary>What to do about each kind of error there was.</summary>
    public IReadOnlyDictionary<PaymentErrorId, string> Actions => _actions;

    /// <summary>The rows that failed for a reason of their own, those kept in <see cref="Errors"/> included.</summary>
    public long ErrorCount => Count(RowOutcome.Failed) + Count(RowOutcome.Unknown);

    /// <summary>The rows accounted for.</summary>
    public long Rows => Enum.GetValues<RowOutcome>().Sum(Count);

    /// <summary>Whether a row that was not sent has to be read all the same, to be written down.</summary>
    public bool WantsEveryRow => rejects is not null || outcomes is not null;

    public long Count(RowOutcome outcome) => Volatile.Read(ref _counts[(int)outcome]);

    public void Add(RowReport row)
    {
        Interlocked.Increment(ref _counts[(int)row.Outcome]);
        if (row.Error is { } error)
            Keep(error);
        // First what nobody could tell afterwards.
        if (row.IsOpen)
            rejects?.Write(row);
        outcomes?.Write(row);
    }

    /// <summary>Rows that were not sent and are written nowhere.</summary>
    public void AddNotSent(long rows) => Interlocked.Add(ref _counts[(int)RowOutcome.NotSent], rows);

    private void Keep(PaymentError error)
    {
        if (_errors.Count < ErrorsKept)
            _errors.Add(error);
        if (Advice.For(error, provider) is { } action)
            _actions.TryAdd(error.Id, action);
    }
}
