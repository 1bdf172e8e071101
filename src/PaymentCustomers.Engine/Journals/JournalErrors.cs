namespace PaymentCustomers.Engine.Journals;

/// <summary>What can go wrong with a journal.</summary>
internal static class JournalErrors
{
    /// <summary>The journal cannot be used.</summary>
    public static PaymentException Of(PaymentErrorId id, string message, Exception? cause = null) =>
        new(new PaymentError(id, message) { RecommendedAction = JournalMessages.JournalAction(id) }, cause);

    /// <summary>No lock keeps the journal to one run.</summary>
    public static PaymentException NoLock(string path, IOException cause) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoLock(path, cause.Message))
        {
            RecommendedAction = JournalMessages.NoLockAction,
        }, cause);

    /// <summary>
    /// The journal is of another account; perhaps of the same one before its key was changed. Only the user can know
    /// that, and says so with the old name as his account's. It is not found out here: a customer of the journal that the new
    /// key finds would prove it, but only one that is not deleted, and where nobody is found nothing is known. Taken for
    /// the same account by mistake, a run would pass over customers that its own account does not have.
    /// </summary>
    public static PaymentException OtherAccount(string path, string its, string ours) =>
        new(new PaymentError(PaymentErrorId.JournalMismatch, JournalMessages.JournalOfOther(path, nameof(JournalHeader.Account), its, ours))
        {
            RecommendedAction = JournalMessages.SameAccountAction(its),
        });

    /// <summary>A file has no workers.</summary>
    public static PaymentException NotShared(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NotShared(path)) { RecommendedAction = JournalMessages.NotSharedAction });

    /// <summary>A file was asked for, and the journal is in a database.</summary>
    public static PaymentException NotFile() =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NotFile) { RecommendedAction = JournalMessages.NotFileAction });

    /// <summary>There is no journal where one was to be read.</summary>
    public static PaymentException NoFile(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoJournalFile(path))
        {
            RecommendedAction = JournalMessages.NoJournalFileAction,
        });
}
