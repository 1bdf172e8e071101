namespace PaymentCustomers.Engine.Journals;

/// <summary>Opens the journal of a run: a file by its path, or a shared journal by its address.</summary>
internal static class JournalOpening
{
    /// <summary>Opens the journal.</summary>
    /// <param name="path">The path or the address.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="options">What the journal records about the run.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">See <see cref="FileJournal"/> and <see cref="ISharedJournals.OpenAsync"/>.</exception>
    public static async Task<IJournal> OpenAsync(string path, PaymentConnection connection, JournalOptions options, CancellationToken cancellation) =>
        JournalAddress.IsShared(path)
            ? await ISharedJournals.Load().OpenAsync(path, connection, options, cancellation).ConfigureAwait(false)
            : FileJournal.Open(path, connection, options);
}
