namespace PaymentCustomers;

/// <summary>A run that a journal records.</summary>
/// <param name="Begun">When the run started, UTC; null in a journal of format 1, which has no times.</param>
/// <param name="Last">When the run last wrote to the journal, UTC; null in a journal of format 1.</param>
/// <param name="Input">The name of the imported file, without its folder; null if no file was imported.</param>
/// <param name="Rows">The announced number of rows; null if it was not known.</param>
/// <param name="Refused">The number of rows that the run rejected before anything was sent for them.</param>
public sealed record PaymentJournalRun(DateTimeOffset? Begun, DateTimeOffset? Last, string? Input, long? Rows, long Refused);
