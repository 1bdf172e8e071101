using System.Text;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>Writes a whole text to a private file, which replaces an older file atomically.</summary>
internal static class TextTarget
{
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var partial = CsvTarget.PartialOf(path);
        try
        {
            // A device is written directly, without a temporary file.
            if (NativeFiles.IsDevice(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                device.Write(Encoding.UTF8.GetBytes(text));
                return;
            }

            using (var stream = PrivateFile.Open(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                PrivateFile.MakePrivate(stream);
                stream.Write(Encoding.UTF8.GetBytes(text));
                NativeFiles.Sync(stream.SafeFileHandle);
            }

            File.Move(partial, CsvTarget.Place(path), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OutputErrors.Of(WritingMessages.Unwritable(path, FileFailure.Reason(e)), WritingMessages.UnwritableAction, e);
        }
    }
}
