namespace PaymentCustomers;

/// <summary>A process that works, or worked, on a run whose journal is shared.</summary>
/// <param name="Worker">Its id; each process has its own.</param>
/// <param name="State">
/// Alive: it is at work; Ended: it has ended by itself; Silent: it was not heard of for longer than its lease, and others
/// take its rows over.
/// </param>
/// <param name="Begun">When it began, by the database's clock.</param>
/// <param name="Heard">When it was last heard of.</param>
/// <param name="Rows">The rows that are its own now.</param>
/// <param name="TakenOver">The rows that others took over from it.</param>
public sealed record PaymentJournalWorker(Guid Worker, string State, DateTimeOffset Begun, DateTimeOffset Heard, long Rows, long TakenOver);
