using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A line of a journal. It contains keys, ids and codes, but no personal data and no secret.</summary>
/// <param name="Row">The row number in the input, from 1.</param>
/// <param name="Key">The idempotency key; empty for a rejected row, which has none.</param>
/// <param name="State">The state of the row after this line; <see cref="KeyState.None"/> for a rejected row.</param>
internal sealed record JournalEntry(long Row, string Key, KeyState State)
{
    /// <summary>When the line was written; null in format 1.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The provider's id for the customer, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>The error, a <see cref="PaymentErrorId"/>; null if there was none.</summary>
    public string? Error { get; init; }

    /// <summary>The problems of a row that was rejected before anything was sent, each a <see cref="PaymentErrorId"/>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the row was rejected before anything was sent for it.</summary>
    public bool IsRefused => State == KeyState.None;

    /// <summary>The line of a rejected row.</summary>
    public static JournalEntry Refused(long row, PaymentError error) => new(row, "", KeyState.None)
    {
        Problems = [.. error.Problems.Select(problem => problem.Id).DefaultIfEmpty(error.Id).Distinct().Select(id => id.ToString())],
    };

    /// <summary>The HTTP status of the error.</summary>
    public int? Status { get; init; }
}
