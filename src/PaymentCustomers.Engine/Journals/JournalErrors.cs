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

    /// <summary>The journal is of another account; perhaps of the same one before its key was changed.</summary>
    public static PaymentException OtherAccount(string path, string its, string ours) =>
        new(new PaymentError(PaymentErrorId.JournalMismatch, JournalMessages.JournalOfOther(path, nameof(JournalHeader.Account), its, ours))
        {
            RecommendedAction = JournalMessages.SameAccountAction(its),
        });

    /// <summary>There is no journal where one was to be read.</summary>
    public static PaymentException NoFile(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoJournalFile(path))
        {
            RecommendedAction = JournalMessages.NoJournalFileAction,
        });
}
