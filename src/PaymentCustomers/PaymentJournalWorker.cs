namespace PaymentCustomers;

/// <summary>A process that works, or worked, on a run with a shared journal.</summary>
/// <param name="Worker">The worker's id. Every process has its own.</param>
/// <param name="State">
/// Alive: the worker is running; Ended: it ended normally; Silent: it has not renewed its lease in time, and other workers
/// take over its rows.
/// </param>
/// <param name="Begun">When the worker started, by the database's clock.</param>
/// <param name="Heard">When the worker last renewed its lease.</param>
/// <param name="Rows">The number of rows that the worker holds now.</param>
/// <param name="TakenOver">The number of rows that other workers took over from it.</param>
public sealed record PaymentJournalWorker(Guid Worker, string State, DateTimeOffset Begun, DateTimeOffset Heard, long Rows, long TakenOver);
