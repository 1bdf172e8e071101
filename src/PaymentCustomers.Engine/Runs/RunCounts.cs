namespace PaymentCustomers.Engine.Runs;

/// <summary>How many rows became what.</summary>
public sealed class RunCounts
{
    private readonly long[] _byOutcome = new long[Enum.GetValues<CustomerOutcome>().Length];

    /// <summary>Rows that nothing was sent for because the run stopped; not among the failed.</summary>
    public long NotSent { get; private set; }

    /// <summary>Rows that an earlier run with the same journal had done; they are counted by their outcome too.</summary>
    public long FromJournal { get; private set; }

    /// <summary>All rows that were given out.</summary>
    public long Total => _byOutcome.Sum() + NotSent;

    /// <summary>The rows of an outcome.</summary>
    public long this[CustomerOutcome outcome] => _byOutcome[(int)outcome];

    internal void Add(DraftOutcome outcome)
    {
        if (outcome.Customer is { FromJournal: true })
            FromJournal++;
        if (outcome.Error?.Id == PaymentErrorId.NotSent)
            NotSent++;
        else
            _byOutcome[(int)outcome.Outcome]++;
    }
}
