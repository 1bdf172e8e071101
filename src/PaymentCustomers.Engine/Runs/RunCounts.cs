namespace PaymentCustomers.Engine.Runs;

/// <summary>The number of rows with each outcome. One thread counts; other threads may read.</summary>
internal sealed class RunCounts
{
    private readonly long[] _byOutcome = new long[Enum.GetValues<CustomerOutcome>().Length];

    /// <summary>The number of rows that an earlier run with the same journal had completed. They are also counted under their outcome.</summary>
    public long FromJournal { get; private set; }

    /// <summary>The number of all rows recorded.</summary>
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

    /// <summary>The number of rows that took time in this run: without those of an earlier run and those of other shards.</summary>
    public long Worked => Total - FromJournal - this[CustomerOutcome.OtherShard];

    /// <summary>The number of rows with an outcome.</summary>
    public long this[CustomerOutcome outcome] => Volatile.Read(ref _byOutcome[(int)outcome]);

    /// <summary>Counts a row.</summary>
    public void Add(DraftOutcome outcome) => Add(outcome.Outcome, outcome.Customer);

    /// <summary>Counts a row.</summary>
    /// <param name="outcome">The row's outcome.</param>
    /// <param name="customer">The row's customer, if there is one.</param>
    public void Add(CustomerOutcome outcome, PaymentCustomerResult? customer)
    {
        if (customer is { FromJournal: true })
            FromJournal++;
        Add(outcome, 1);
    }

    /// <summary>Counts rows.</summary>
    public void Add(CustomerOutcome outcome, long rows) =>
        Volatile.Write(ref _byOutcome[(int)outcome], _byOutcome[(int)outcome] + rows);

    /// <summary>The numbers as a public summary.</summary>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="elapsed">The duration of the run.</param>
    /// <param name="stopped">Why the run stopped before the end; null if it did not.</param>
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
