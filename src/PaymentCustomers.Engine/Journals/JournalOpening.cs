namespace PaymentCustomers.Engine.Journals;

/// <summary>Opens the journal of a run: a file by its path, or one that is shared by its address.</summary>
internal static class JournalOpening
{
    /// <summary>Opens it.</summary>
    /// <param name="path">The file, or the address.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="options">What it notes of the run.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">As <see cref="FileJournal"/> and <see cref="ISharedJournals.OpenAsync"/>.</exception>
    public static async Task<IJournal> OpenAsync(string path, PaymentConnection connection, JournalOptions options, CancellationToken cancellation) =>
        JournalAddress.IsShared(path)
            ? await ISharedJournals.Load().OpenAsync(path, connection, options, cancellation).ConfigureAwait(false)
            : FileJournal.Open(path, connection, options);
}
