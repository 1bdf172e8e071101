namespace PaymentCustomers;

/// <summary>The outcome of one input row.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes a 64-bit enum as its name, and any other enum as a bare number.
public enum CustomerOutcome : long
#pragma warning restore CA1028
{
    /// <summary>The provider created the customer.</summary>
    Created,

    /// <summary>The customer existed at the provider before the request.</summary>
    Existing,

    /// <summary>An earlier row of the same run has the same content. No request was sent for this row.</summary>
    Duplicate,

    /// <summary>The customer was not created.</summary>
    Failed,

    /// <summary>
    /// It is not known whether the customer was created. Where the provider honours the idempotency key, the row can be sent
    /// again without creating a second customer; otherwise the customer has to be looked up first.
    /// </summary>
    Unknown,

    /// <summary>No request was sent for the row, because the run stopped first.</summary>
    NotSent,

    /// <summary>The provider changed the customer.</summary>
    Updated,

    /// <summary>The row belongs to another shard. This run skipped it.</summary>
    OtherShard,
}
