namespace PaymentCustomers;

/// <summary>The state of a row in a journal.</summary>
/// <param name="Row">The row number in the input, starting at 1, as of the last run that processed the row.</param>
/// <param name="IdempotencyKey">The row's idempotency key; empty for a row that was refused.</param>
/// <param name="State">
/// Created, Existing, Failed, Unknown; Doubled: several customers carry the key, see Id and <see cref="OtherIds"/>; Started: a request was about to be
/// sent, and its result was not recorded; Withdrawn: the row was started but not sent; Refused: the last run rejected the row before anything
/// was sent for it.
/// </param>
public sealed record PaymentJournalEntry(long Row, string IdempotencyKey, string State)
{
    /// <summary>The provider's id for the customer, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>Other customers that carry the key; empty unless the state is Doubled.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>The error, a <see cref="PaymentErrorId"/>. For a refused row it may be several, separated by commas.</summary>
    public string? Error { get; init; }

    /// <summary>The HTTP status of the error.</summary>
    public int? Status { get; init; }
}
