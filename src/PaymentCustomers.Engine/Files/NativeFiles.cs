using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PaymentCustomers.Engine.Files;

/// <summary>
/// System calls that .NET uses but does not expose: whether written data is on the disk, whether a lock is held, which file a path
/// leads to. On Unix they are called through .NET's own native library, whose interface is the same on all Unix systems.
/// </summary>
internal static class NativeFiles
{
    private const string Shim = "libSystem.Native";
    private const string Kernel = "kernel32.dll";

    // The library's own values; they are the same on every system.
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private const int CloseOnExec = 0x10;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;

    // The library's file status: its size, and the offsets of mode, device and number.
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
    /// Waits until written data is on the disk. <see cref="FileStream.Flush(bool)"/> does so too, but hides the error when the disk
    /// reports one.
    /// </summary>
    /// <exception cref="IOException">The data is not on the disk.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows() ? !FlushFileBuffers(file) : FSync(file) != 0)
            throw LastError();
    }

    /// <summary>Waits until a folder's entries are on the disk, if the system supports it.</summary>
    /// <exception cref="IOException">The entries are not on the disk.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = TryOpen(folder, ReadOnly | CloseOnExec);
        // A folder that is writable but not listable cannot be opened, and some file systems do not support the call.
        if (handle is not null && FSync(handle) != 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or PermissionDenied))
            throw LastError();
    }

    /// <summary>Opens a file for reading without requesting a lock.</summary>
    /// <returns>Null if it cannot be opened.</returns>
    public static SafeFileHandle? OpenUnlocked(string path, bool canWrite = false) =>
        TryOpen(path, (canWrite ? ReadWrite : ReadOnly) | CloseOnExec);

    /// <summary>Requests an exclusive lock on a file (Unix).</summary>
    /// <returns>False if another process holds the lock.</returns>
    /// <exception cref="IOException">The file system does not support locks.</exception>
    public static bool TryLock(SafeFileHandle file) =>
        FLock(file, LockExclusive | LockNonBlocking) == 0 || (IsTaken(Marshal.GetLastPInvokeError()) ? false : throw LastError());

    /// <summary>The identity of an open file; null if the system cannot determine it.</summary>
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

    /// <summary>The identity of the file that a path leads to, with links followed; null if there is none or it cannot be determined.</summary>
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

    /// <summary>Whether a path leads to something other than a file or a folder: a terminal, a pipe, <c>/dev/null</c>.</summary>
    public static bool IsDevice(string path)
    {
        if (OperatingSystem.IsWindows())
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        var status = new byte[StatusLength];
        return Stat(Bytes(path), status) == 0 && (BitConverter.ToInt32(status, ModeOffset) & KindMask) is not (RegularFile or Folder);
    }

    // If a server manages the locks, it may report a held lock as "permission denied".
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
