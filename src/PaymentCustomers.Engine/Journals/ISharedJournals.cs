namespace PaymentCustomers.Engine.Journals;

/// <summary>Journals in a database. They lie in an assembly of their own, which is loaded when an address first names one.</summary>
internal interface ISharedJournals
{
    /// <summary>Opens a journal for a run, as one of its workers.</summary>
    /// <param name="address">Where it is, <c>postgresql://user@host/database?run=name</c>.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="options">What it notes of the run.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalMismatch"/>: it is of another provider, environment or account, or has other tables.
    /// <see cref="PaymentErrorId.JournalFailed"/>: the address is no such, or the database cannot be reached or used.
    /// </exception>
    Task<IJournal> OpenAsync(string address, PaymentConnection connection, JournalOptions options, CancellationToken cancellation);

    /// <summary>Makes the tables, or brings them to this version.</summary>
    /// <returns>The version that the tables had before, 0 for none, and have now.</returns>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/> or <see cref="PaymentErrorId.JournalMismatch"/>.</exception>
    Task<(int Before, int Now)> InitializeAsync(string address, CancellationToken cancellation);

    /// <summary>What a journal says of its rows now, in the order of their row numbers.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: there is no such run, or the database cannot be reached.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(string address, CancellationToken cancellation);

    /// <summary>How far the whole run is, and who works on it.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: there is no such run, or the database cannot be reached.</exception>
    Task<SharedRunStatus> StatusAsync(string address, CancellationToken cancellation);

    /// <summary>Those of this program.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the assembly is not there.</exception>
    static ISharedJournals Load()
    {
        const string Name = nameof(PaymentCustomers) + ".Postgres";
        try
        {
            return (ISharedJournals)Activator.CreateInstance(PostgresLoadContext.Postgres.Value.GetType($"{Name}.PostgresJournals", throwOnError: true)!)!;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            throw JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.NoSharedJournals(Name, e.Message), e);
        }
    }
}
