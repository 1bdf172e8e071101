namespace PaymentCustomers.Engine.Runs;

/// <summary>How many rows became what. One thread counts; others may read.</summary>
internal sealed class RunCounts
{
    private readonly long[] _byOutcome = new long[Enum.GetValues<CustomerOutcome>().Length];

    /// <summary>Rows that an earlier run with the same journal had done; they are counted by their outcome too.</summary>
    public long FromJournal { get; private set; }

    /// <summary>All rows that are accounted for.</summary>
    public long Total
    {
        get
        {
            long total = 0;
            for (var i = 0; i < _byOutcome.Length; i++)
                total += Volatile.Read(ref _byOutcome[i]);
            return total;
        }
    }

    /// <summary>The rows that took this run time: not those that an earlier run had done, nor those of other shards.</summary>
    public long Worked => Total - FromJournal - this[CustomerOutcome.OtherShard];

    /// <summary>The rows of an outcome.</summary>
    public long this[CustomerOutcome outcome] => Volatile.Read(ref _byOutcome[(int)outcome]);

    /// <summary>Counts a row.</summary>
    public void Add(DraftOutcome outcome) => Add(outcome.Outcome, outcome.Customer);

    /// <summary>Counts a row.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="customer">Its customer, if there is one.</param>
    public void Add(CustomerOutcome outcome, PaymentCustomerResult? customer)
    {
        if (customer is { FromJournal: true })
            FromJournal++;
        Add(outcome, 1);
    }

    /// <summary>Counts rows.</summary>
    public void Add(CustomerOutcome outcome, long rows) =>
        Volatile.Write(ref _byOutcome[(int)outcome], _byOutcome[(int)outcome] + rows);

    /// <summary>The numbers, as people get them.</summary>
    /// <param name="connection">Where the rows went.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="stopped">Why the run stopped before its end; null if it did not.</param>
    public PaymentRunSummary Summarize(PaymentConnection connection, TimeSpan elapsed, PaymentErrorId? stopped) => new()
    {
        Provider = connection.Provider,
        Environment = connection.Environment,
        Rows = Total,
        Created = this[CustomerOutcome.Created],
        Existing = this[CustomerOutcome.Existing],
        Updated = this[CustomerOutcome.Updated],
        Duplicate = this[CustomerOutcome.Duplicate],
        Failed = this[CustomerOutcome.Failed],
        Unknown = this[CustomerOutcome.Unknown],
        NotSent = this[CustomerOutcome.NotSent],
        OtherShard = this[CustomerOutcome.OtherShard],
        FromJournal = FromJournal,
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        Stopped = stopped?.ToString(),
    };
}
