namespace PaymentCustomers;

/// <summary>What became of one row: the customer, and how it came to be.</summary>
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

    /// <summary>The row's place in the input, from 1.</summary>
    public long Row { get; }

    /// <summary>What became of the row.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>Whether it became so in an earlier run with the same journal.</summary>
    public bool FromJournal { get; internal init; }
}
