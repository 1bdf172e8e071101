namespace PaymentCustomers.Engine.Files;

/// <summary>Files that nobody but their owner may read, whatever the process's umask says.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file without a buffer; if it is made, it is private from its first moment.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Makes a file private that was not, if it is ours to do. A device is everybody's.</summary>
    public static void MakePrivate(FileStream file)
    {
        if (OperatingSystem.IsWindows() || NativeFiles.IsDevice(file.Name))
            return;
        try
        {
            if (File.GetUnixFileMode(file.SafeFileHandle) is var mode && (mode & ~OwnerOnly) != 0)
                File.SetUnixFileMode(file.SafeFileHandle, mode & OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It belongs to somebody else, or the file system knows no modes.
        }
    }
}
