namespace PaymentCustomers.Engine.Journals;

/// <summary>What can go wrong with a journal.</summary>
internal static class JournalErrors
{
    /// <summary>The journal cannot be used.</summary>
    public static PaymentException Of(PaymentErrorId id, string message, Exception? cause = null) =>
        new(new PaymentError(id, message) { RecommendedAction = JournalMessages.JournalAction(id) }, cause);

    /// <summary>There is no journal where one was to be read.</summary>
    public static PaymentException NoFile(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, JournalMessages.NoJournalFile(path))
        {
            RecommendedAction = JournalMessages.NoJournalFileAction,
        });
}
