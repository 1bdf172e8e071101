using Microsoft.Win32.SafeHandles;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Opens journal files: exclusively for a run that writes, and for any reader, even while a run writes.</summary>
internal static class JournalFile
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    // On Windows this lets others read the open file. On other systems it is only a lock, which readers here do not request.
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;

    /// <summary>Opens or creates a journal for a run, and makes sure that no other run can open it.</summary>
    /// <param name="path">The path of the journal.</param>
    /// <param name="tryLock">Locks the file (Unix).</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalLocked"/> or <see cref="PaymentErrorId.JournalFailed"/>.</exception>
    public static FileStream OpenForRun(string path, Func<SafeFileHandle, bool> tryLock)
    {
        // Without a buffer in this process, so that a line reaches the system as soon as it is written and survives a crash of this process.
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

    /// <summary>Opens a journal for reading, without blocking other processes.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the file cannot be opened.</exception>
    public static FileStream OpenToRead(string path) => OperatingSystem.IsWindows()
        ? Open(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), reads: true)
        // FileStream would request a lock, which conflicts with the lock of a run.
        : Open(path, () => !Directory.Exists(path) && NativeFiles.OpenUnlocked(path) is { } file
            ? new FileStream(file, FileAccess.Read, bufferSize: 0)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), reads: true);

    /// <summary>Whether the path still leads to the open file. If the file was removed or replaced, a second run could start with a new one.</summary>
    public static bool IsInPlace(FileStream stream, string path) =>
        // On Windows an open file cannot be removed.
        OperatingSystem.IsWindows()
        || NativeFiles.IdentityOf(stream.SafeFileHandle) is not { } ours || NativeFiles.IdentityOf(path) == ours;

    private static void Lock(FileStream stream, string path, Func<SafeFileHandle, bool> tryLock)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            // .NET requests a lock too, but continues if the file system has no locks, and an environment variable can switch its locks off.
            if (!tryLock(stream.SafeFileHandle))
                throw JournalErrors.Of(PaymentErrorId.JournalLocked, JournalMessages.JournalLocked(path));
            if (!IsInPlace(stream, path))
                throw new IOException(JournalMessages.Moved);
            // Some file systems grant every lock. Detect that with a second lock.
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
