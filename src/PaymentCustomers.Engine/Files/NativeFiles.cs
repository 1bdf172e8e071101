using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PaymentCustomers.Engine.Files;

/// <summary>
/// What .NET asks of the system and does not pass on: whether a file is on the disk, whether a lock is held, which file a
/// path leads to. On Unix through the library that .NET itself asks, which is the same on all of them.
/// </summary>
internal static class NativeFiles
{
    private const string Shim = "libSystem.Native";
    private const string Kernel = "kernel32.dll";

    // As the library counts them, whatever the system does.
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private const int CloseOnExec = 0x10;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;

    // What the library says of a file: the bytes of it, and where device and number stand.
    private const int StatusLength = 256;
    private const int ModeOffset = 4;
    private const int DeviceOffset = 88;
    private const int NumberOffset = 104;

    // POSIX, <sys/stat.h>.
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    private const int PermissionDenied = 13;
    private const int InvalidArgument = 22;
    private static readonly int WouldBlock = OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 35 : 11;

    /// <summary>
    /// Waits until what was written is on the disk. <see cref="FileStream.Flush(bool)"/> does so too, and keeps it to itself
    /// if the disk says that it is not.
    /// </summary>
    /// <exception cref="IOException">It is not on the disk.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows() ? !FlushFileBuffers(file) : FSync(file) != 0)
            throw LastError();
    }

    /// <summary>Waits until a folder's list of files is on the disk, where the system can say so.</summary>
    /// <exception cref="IOException">It is not on the disk.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = TryOpen(folder, ReadOnly | CloseOnExec);
        // A folder that may be written to but not listed cannot be opened, and some file systems know no such thing.
        if (handle is not null && FSync(handle) != 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or PermissionDenied))
            throw LastError();
    }

    /// <summary>Opens a file to read it without asking for a lock.</summary>
    /// <returns>Null if it cannot be opened.</returns>
    public static SafeFileHandle? OpenUnlocked(string path, bool canWrite = false) =>
        TryOpen(path, (canWrite ? ReadWrite : ReadOnly) | CloseOnExec);

    /// <summary>Locks a file for one alone (Unix).</summary>
    /// <returns>False if somebody else has locked it.</returns>
    /// <exception cref="IOException">There are no locks here.</exception>
    public static bool TryLock(SafeFileHandle file) =>
        FLock(file, LockExclusive | LockNonBlocking) == 0 || (IsTaken(Marshal.GetLastPInvokeError()) ? false : throw LastError());

    /// <summary>Which file an open one is; null if the system cannot say.</summary>
    public static FileIdentity? IdentityOf(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows())
        {
            return GetFileInformationByHandle(file, out var information)
                ? new FileIdentity(information.Volume, ((long)information.NumberHigh << 32) | information.NumberLow)
                : null;
        }

        var status = new byte[StatusLength];
        return FStat(file, status) == 0 ? Identity(status) : null;
    }

    /// <summary>Which file a path leads to, links followed; null if there is none or nobody can say.</summary>
    public static FileIdentity? IdentityOf(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            var status = new byte[StatusLength];
            return Stat(Bytes(path), status) == 0 ? Identity(status) : null;
        }

        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return IdentityOf(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a path leads to something that is neither a file nor a folder: a terminal, a pipe, <c>/dev/null</c>.</summary>
    public static bool IsDevice(string path)
    {
        if (OperatingSystem.IsWindows())
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        var status = new byte[StatusLength];
        return Stat(Bytes(path), status) == 0 && (BitConverter.ToInt32(status, ModeOffset) & KindMask) is not (RegularFile or Folder);
    }

    // Where locks are the server's, it may say that they are denied.
    private static bool IsTaken(int error) => error == WouldBlock || error == PermissionDenied;

    private static FileIdentity Identity(byte[] status) =>
        new(BitConverter.ToInt64(status, DeviceOffset), BitConverter.ToInt64(status, NumberOffset));

    private static SafeFileHandle? TryOpen(string path, int flags)
    {
        var file = new SafeFileHandle(Open(Bytes(path), flags, 0), ownsHandle: true);
        if (!file.IsInvalid)
            return file;
        file.Dispose();
        return null;
    }

    private static byte[] Bytes(string path) => [.. Encoding.UTF8.GetBytes(Path.GetFullPath(path)), 0];

    private static IOException LastError() => new(Marshal.GetLastPInvokeErrorMessage());

    [DllImport(Shim, EntryPoint = "SystemNative_FSync", SetLastError = true)]
    private static extern int FSync(SafeFileHandle file);

    [DllImport(Shim, EntryPoint = "SystemNative_FLock", SetLastError = true)]
    private static extern int FLock(SafeFileHandle file, int operation);

    [DllImport(Shim, EntryPoint = "SystemNative_Open", SetLastError = true)]
    private static extern IntPtr Open(byte[] path, int flags, int mode);

    [DllImport(Shim, EntryPoint = "SystemNative_FStat", SetLastError = true)]
    private static extern int FStat(SafeFileHandle file, [Out] byte[] status);

    [DllImport(Shim, EntryPoint = "SystemNative_Stat", SetLastError = true)]
    private static extern int Stat(byte[] path, [Out] byte[] status);

    [DllImport(Kernel, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool FlushFileBuffers(SafeFileHandle file);

    [DllImport(Kernel, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, out FileInformation information);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct FileInformation
    {
        public uint Attributes;
        public long Created;
        public long Read;
        public long Written;
        public uint Volume;
        public uint SizeHigh;
        public uint SizeLow;
        public uint Links;
        public uint NumberHigh;
        public uint NumberLow;
    }
}
