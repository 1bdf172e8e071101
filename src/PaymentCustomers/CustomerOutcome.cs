namespace PaymentCustomers;

/// <summary>What became of a row of input.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes an enum of 64 bits as its name, and any other as a number that tells nobody anything.
public enum CustomerOutcome : long
#pragma warning restore CA1028
{
    /// <summary>The provider created the customer.</summary>
    Created,

    /// <summary>The provider had the customer already.</summary>
    Existing,

    /// <summary>An earlier row of the same run said the same; nothing was sent for this one.</summary>
    Duplicate,

    /// <summary>The customer was not created.</summary>
    Failed,

    /// <summary>
    /// Nobody can say whether the customer was created. Where the provider honours the idempotency key, sending the row
    /// again is harmless; else it has to be looked up first.
    /// </summary>
    Unknown,

    /// <summary>Nothing was sent for the row, because the run stopped before.</summary>
    NotSent,

    /// <summary>The provider changed the customer.</summary>
    Updated,

    /// <summary>The row belongs to another shard: this run passed it over.</summary>
    OtherShard,
}
