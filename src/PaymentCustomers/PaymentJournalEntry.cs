namespace PaymentCustomers;

/// <summary>What a run's journal says of a row.</summary>
/// <param name="Row">The row's place in the input, from 1, when it was last taken up.</param>
/// <param name="IdempotencyKey">The row's key; empty for a row that was refused.</param>
/// <param name="State">
/// Doubled: several customers carry the key, Id and <see cref="OtherIds"/>; Created, Existing, Failed, Unknown; Started: a request was about to leave, and nothing is known since; Withdrawn: it
/// was started but not sent; Refused: the last run found it wanting before anything was sent for it.
/// </param>
public sealed record PaymentJournalEntry(long Row, string IdempotencyKey, string State)
{
    /// <summary>The provider's id for the customer, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>Further customers that carry the key; none unless the state is Doubled.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>What went wrong, a <see cref="PaymentErrorId"/>; of a row that was refused perhaps several, with commas between them.</summary>
    public string? Error { get; init; }

    /// <summary>The HTTP status of what went wrong.</summary>
    public int? Status { get; init; }
}
