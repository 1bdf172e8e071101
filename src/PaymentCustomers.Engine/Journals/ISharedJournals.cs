using System.Net;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Journals in a database. The implementation is in a separate assembly that is loaded when an address first names one.</summary>
internal interface ISharedJournals
{
    /// <summary>Opens a journal for a run, as one of its workers.</summary>
    /// <param name="address">The address, <c>postgresql://user@host/database?run=name</c>.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="options">What the journal records about the run.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalMismatch"/>: the journal belongs to another provider, environment or account, or its tables have another version.
    /// <see cref="PaymentErrorId.JournalFailed"/>: the address is not valid, or the database cannot be reached or used.
    /// </exception>
    Task<IJournal> OpenAsync(string address, PaymentConnection connection, JournalOptions options, CancellationToken cancellation);

    /// <summary>Creates the tables, or updates them to this version.</summary>
    /// <returns>The version of the tables before (0 if there were none), and now.</returns>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/> or <see cref="PaymentErrorId.JournalMismatch"/>.</exception>
    Task<(int Before, int Now)> InitializeAsync(string address, CancellationToken cancellation);

    /// <summary>The current state of all rows, ordered by row number.</summary>
    /// <param name="address">The address of the journal.</param>
    /// <param name="credential">The user and the password of the database; null for those of the address and the environment.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the run does not exist, or the database cannot be reached.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(string address, NetworkCredential? credential, CancellationToken cancellation);

    /// <summary>The progress of the whole run, and its workers.</summary>
    /// <param name="address">The address of the journal.</param>
    /// <param name="credential">The user and the password of the database; null for those of the address and the environment.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the run does not exist, or the database cannot be reached.</exception>
    Task<SharedRunStatus> StatusAsync(string address, NetworkCredential? credential, CancellationToken cancellation);

    /// <summary>Loads the implementation.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the assembly is missing.</exception>
    static ISharedJournals Load()
    {
        try
        {
            return PostgresLoadContext.Create();
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            throw JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.NoSharedJournals(PostgresLoadContext.Library, e.Message), e);
        }
    }
}
