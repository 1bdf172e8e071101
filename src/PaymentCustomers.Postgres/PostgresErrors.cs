using Npgsql;

namespace PaymentCustomers.Postgres;

/// <summary>What can go wrong with a journal in a database.</summary>
internal static class PostgresErrors
{
    /// <summary>The address cannot be used. It is not repeated: it may hold a secret.</summary>
    public static PaymentException Address(string message) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, message) { RecommendedAction = PostgresMessages.AddressAction("postgresql://user@host/database?run=name") });

    /// <summary>The database refused something, or is not there.</summary>
    public static PaymentException Failed(PostgresAddress address, Exception cause) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.Failed(address.ToString(), cause.Message)) { RecommendedAction = PostgresMessages.FailedAction }, cause);

    /// <summary>The tables are not there, or not those of this version.</summary>
    public static PaymentException Tables(PostgresAddress address, int version) =>
        new(new PaymentError(PaymentErrorId.JournalMismatch, PostgresMessages.Tables(address.ToString(), version)) { RecommendedAction = PostgresMessages.TablesAction(version) });

    /// <summary>There is no run of the name.</summary>
    public static PaymentException NoSuchRun(PostgresAddress address) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.NoSuchRun(address.ToString())) { RecommendedAction = PostgresMessages.NoSuchRunAction });

    /// <summary>The worker was silent for longer than its lease.</summary>
    public static PaymentException LeaseLost(TimeSpan lease) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, PostgresMessages.LeaseLost(lease)) { RecommendedAction = PostgresMessages.LeaseLostAction });

    /// <summary>Whether the same again may succeed at once: somebody else was at the same rows.</summary>
    public static bool IsConflict(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Whether the database is away, and may come back.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled } => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };
}
