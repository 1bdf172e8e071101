namespace PaymentCustomers;

/// <summary>The outcome of one row, and its customer.</summary>
public sealed class PaymentCustomerResult : PaymentCustomer
{
    internal PaymentCustomerResult(string provider, long row, CustomerOutcome outcome, CustomerContent content)
        : base(provider, content)
    {
        Row = row;
        Outcome = outcome;
    }

    internal PaymentCustomerResult(string provider, long row, CustomerOutcome outcome, ICustomerSource source, string id)
        : base(provider, source, id)
    {
        Row = row;
        Outcome = outcome;
    }

    /// <summary>The row number in the input, starting at 1.</summary>
    public long Row { get; }

    /// <summary>The outcome of the row.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>Whether the outcome comes from an earlier run with the same journal.</summary>
    public bool FromJournal { get; internal init; }
}
