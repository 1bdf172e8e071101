using System.Text;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>A whole text that takes its place at once, and that nobody else may read.</summary>
internal static class TextTarget
{
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: it cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var partial = CsvTarget.PartialOf(path);
        try
        {
            using (var stream = PrivateFile.Open(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                PrivateFile.MakePrivate(stream);
                stream.Write(Encoding.UTF8.GetBytes(text));
                NativeFiles.Sync(stream.SafeFileHandle);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.Of(WritingMessages.Unwritable(path, e.Message), WritingMessages.UnwritableAction, e);
        }
    }
}
