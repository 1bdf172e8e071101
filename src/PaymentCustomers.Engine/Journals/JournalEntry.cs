using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A line of a journal. Holds keys, ids and codes, no personal data and no secret.</summary>
/// <param name="Row">The row's place in the input, from 1.</param>
/// <param name="Key">The idempotency key; empty for a row that was refused, which has none.</param>
/// <param name="State">What is known of the row from here on; <see cref="KeyState.None"/> for a row that was refused.</param>
internal sealed record JournalEntry(long Row, string Key, KeyState State)
{
    /// <summary>When it was written; null in format 1.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The provider's id for the customer, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>What went wrong, a <see cref="PaymentErrorId"/>.</summary>
    public string? Error { get; init; }

    /// <summary>What is wrong with a row that was refused before anything was sent for it, each a <see cref="PaymentErrorId"/>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the row was refused before anything was sent for it.</summary>
    public bool IsRefused => State == KeyState.None;

    /// <summary>The line of a row that is refused.</summary>
    public static JournalEntry Refused(long row, PaymentError error) => new(row, "", KeyState.None)
    {
        Problems = [.. error.Problems.Select(problem => problem.Id).DefaultIfEmpty(error.Id).Distinct().Select(id => id.ToString())],
    };

    /// <summary>The HTTP status of what went wrong.</summary>
    public int? Status { get; init; }
}
