namespace PaymentCustomers.Engine.Journals;

/// <summary>Opens a journal's file for one alone, and says why that cannot be.</summary>
internal static class JournalFile
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    public static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        try
        {
            // No buffer of its own: a line is with the system, and survives this process, as soon as it is written.
            return new FileStream(path, mode, access, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e.HResult is SharingViolation or WouldBlock or WouldBlockOnMac)
        {
            throw JournalErrors.Of(PaymentErrorId.JournalLocked, JournalMessages.JournalLocked(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = access == FileAccess.Read ? JournalMessages.JournalUnreadable(path, e.Message) : JournalMessages.JournalFailed(path, e.Message);
            throw JournalErrors.Of(PaymentErrorId.JournalFailed, message, e);
        }
    }
}
