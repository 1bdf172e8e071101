namespace PaymentCustomers.Engine.Journals;

/// <summary>Errors of journals.</summary>
internal static class JournalErrors
{
    /// <summary>The journal cannot be used.</summary>
    public static PaymentException Of(PaymentErrorId id, string message, Exception? cause = null) =>
        new(new PaymentError(id, message) { RecommendedAction = JournalMessages.JournalAction(id) }, cause);

    /// <summary>The journal cannot be locked, so that a second run could write to it.</summary>
    public static PaymentException NoLock(string path, IOException cause) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoLock(path, cause.Message))
        {
            RecommendedAction = JournalMessages.NoLockAction,
        }, cause);

    /// <summary>
    /// The journal belongs to another account, or to the same account with an earlier key. Only the user can know which, and states
    /// it by giving the old account name. The program does not try to find out: finding a customer of the journal with the new key
    /// would prove that the account is the same, but a customer may have been deleted, and not finding it proves nothing. If another
    /// account were taken for the same one, the run would skip customers that the account does not have.
    /// </summary>
    public static PaymentException OtherAccount(string path, string its, string ours) =>
        new(new PaymentError(PaymentErrorId.JournalMismatch, JournalMessages.JournalOfOther(path, nameof(JournalHeader.Account), its, ours))
        {
            RecommendedAction = JournalMessages.SameAccountAction(its),
        });

    /// <summary>Workers were requested of a journal in a file, which has none.</summary>
    public static PaymentException NotShared(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NotShared(path)) { RecommendedAction = JournalMessages.NotSharedAction });

    /// <summary>A credential was given for a journal in a file, or without a journal.</summary>
    public static PaymentException CredentialForFile() =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.CredentialForFile) { RecommendedAction = JournalMessages.CredentialForFileAction });

    /// <summary>The operation needs a journal in a file, and this journal is in a database.</summary>
    public static PaymentException NotFile() =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NotFile) { RecommendedAction = JournalMessages.NotFileAction });

    /// <summary>The journal to read does not exist.</summary>
    public static PaymentException NoFile(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoJournalFile(path))
        {
            RecommendedAction = JournalMessages.NoJournalFileAction,
        });
}
