using Microsoft.Win32.SafeHandles;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Opens a journal's file: to write it, for one run alone; to read it, for anybody, also while a run writes it.</summary>
internal static class JournalFile
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    // On Windows others may read what is open to write; elsewhere this is only a lock, which readers do not ask for.
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;

    /// <summary>Opens or makes a journal for a run, and makes sure that no other run can have it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tryLock">Locks it (Unix).</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalLocked"/> or <see cref="PaymentErrorId.JournalFailed"/>.</exception>
    public static FileStream OpenForRun(string path, Func<SafeFileHandle, bool> tryLock)
    {
        // No buffer of its own: a line is with the system, and survives this process, as soon as it is written.
        var stream = Open(path, () => PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Alone));
        try
        {
            Lock(stream, path, tryLock);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal to read it. Nobody is kept from it meanwhile.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: it cannot be opened.</exception>
    public static FileStream OpenToRead(string path) => OperatingSystem.IsWindows()
        ? Open(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), reads: true)
        // .NET would ask for a lock that a run does not share.
        : Open(path, () => !Directory.Exists(path) && NativeFiles.OpenUnlocked(path) is { } file
            ? new FileStream(file, FileAccess.Read, bufferSize: 0)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), reads: true);

    /// <summary>Whether the path still leads to the file that is open: where it was removed or replaced, another run can begin beside this one.</summary>
    public static bool IsInPlace(FileStream stream, string path) =>
        // On Windows nobody can take it away.
        OperatingSystem.IsWindows()
        || NativeFiles.IdentityOf(stream.SafeFileHandle) is not { } ours || NativeFiles.IdentityOf(path) == ours;

    private static void Lock(FileStream stream, string path, Func<SafeFileHandle, bool> tryLock)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            // .NET has asked too, but goes on where there are no locks, and is told by a variable not to ask at all.
            if (!tryLock(stream.SafeFileHandle))
                throw JournalErrors.Of(PaymentErrorId.JournalLocked, JournalMessages.JournalLocked(path));
            if (!IsInPlace(stream, path))
                throw new IOException(JournalMessages.Moved);
            // Some file systems say yes to everybody.
            using var other = NativeFiles.OpenUnlocked(path, canWrite: true);
            if (other is not null && tryLock(other))
                throw new IOException(JournalMessages.LockNotHeld);
        }
        catch (IOException e)
        {
            throw JournalErrors.NoLock(path, e);
        }
    }

    private static FileStream Open(string path, Func<FileStream> open, bool reads = false)
    {
        try
        {
            return open();
        }
        catch (IOException e) when (e.HResult is SharingViolation or WouldBlock or WouldBlockOnMac)
        {
            throw JournalErrors.Of(PaymentErrorId.JournalLocked, JournalMessages.JournalLocked(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = reads ? JournalMessages.JournalUnreadable(path, e.Message) : JournalMessages.JournalFailed(path, e.Message);
            throw JournalErrors.Of(PaymentErrorId.JournalFailed, message, e);
        }
    }
}
