namespace PaymentCustomers.Engine.Files;

/// <summary>Files that only their owner can read, independent of the process's umask.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file without a buffer. A new file is created private, so that it is never readable by others.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Makes an existing file private if this user owns it. Devices are left unchanged.</summary>
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
            // Another user owns it, or the file system has no modes.
        }
    }
}
