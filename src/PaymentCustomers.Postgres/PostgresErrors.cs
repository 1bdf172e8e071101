using Npgsql;

namespace PaymentCustomers.Postgres;

/// <summary>Errors of journals in a database.</summary>
internal static class PostgresErrors
{
    /// <summary>The address is not valid. The message does not repeat it, because it may contain a secret.</summary>
    public static PaymentException Address(string message) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, message) { RecommendedAction = PostgresMessages.AddressAction("postgresql://user@host/database?run=name") });

    /// <summary>The database rejected an operation, or is not available.</summary>
    public static PaymentException Failed(PostgresAddress address, Exception cause) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.Failed(address.ToString(), cause.Message)) { RecommendedAction = PostgresMessages.FailedAction }, cause);

    /// <summary>The tables do not exist, or have another version.</summary>
    public static PaymentException Tables(PostgresAddress address, int version) =>
        new(new PaymentError(PaymentErrorId.JournalMismatch, PostgresMessages.Tables(address.ToString(), version)) { RecommendedAction = PostgresMessages.TablesAction(version) });

    /// <summary>The run does not exist.</summary>
    public static PaymentException NoSuchRun(PostgresAddress address) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.NoSuchRun(address.ToString())) { RecommendedAction = PostgresMessages.NoSuchRunAction });

    /// <summary>The worker was silent for longer than its lease.</summary>
    public static PaymentException LeaseLost(TimeSpan lease) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.LeaseLost(lease)) { RecommendedAction = PostgresMessages.LeaseLostAction });

    /// <summary>Whether an immediate retry may succeed, because the conflict was with another worker.</summary>
    public static bool IsConflict(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Whether the database is not available, and may become available again.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled } => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };
}
