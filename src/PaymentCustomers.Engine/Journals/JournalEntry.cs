using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A line of a journal. Holds keys, ids and codes, no personal data and no secret.</summary>
/// <param name="Row">The row's place in the input, from 1.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="State">What is known of the row from here on.</param>
internal sealed record JournalEntry(long Row, string Key, KeyState State)
{
    /// <summary>When it was written; null in format 1.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The provider's id for the customer, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>What went wrong, a <see cref="PaymentErrorId"/>.</summary>
    public string? Error { get; init; }

    /// <summary>The HTTP status of what went wrong.</summary>
    public int? Status { get; init; }
}
