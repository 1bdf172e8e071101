namespace PaymentCustomers;

/// <summary>A run that a journal records.</summary>
/// <param name="Begun">When it began, UTC; null in a journal of format 1, which has no times.</param>
/// <param name="Last">When it last wrote something, UTC; null as <paramref name="Begun"/>.</param>
/// <param name="Input">The name of the file that was imported, without its folder; null if there was none.</param>
/// <param name="Rows">How many rows it announced; null if nobody knew.</param>
/// <param name="Refused">How many rows it refused before anything was sent for them.</param>
public sealed record PaymentJournalRun(DateTimeOffset? Begun, DateTimeOffset? Last, string? Input, long? Rows, long Refused);
