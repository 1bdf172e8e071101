using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Cli.Import;

/// <summary>The files of an import: what is written must not be what is read, nor another file that is written.</summary>
internal static class ImportPaths
{
    /// <exception cref="CliException">Two of them are the same file, by their paths or by a link.</exception>
    public static void Check(ImportSettings settings)
    {
        var known = new List<(string Name, string Path)> { ("the file to import", settings.File) };
        Add("--journal", settings.JournalPath);
        Add("--rejects", settings.RejectsPath);
        Add("--output", settings.OutputPath);

        void Add(string name, string? path)
        {
            // What lies in a database is no file.
            if (path is null || JournalAddress.IsShared(path))
                return;
            // What is written lies in a file of its own until it is complete.
            string[] own = name == "--journal" ? [path] : [path, CsvTarget.PartialOf(path)];
            foreach (var one in own)
            {
                if (known.Find(other => IsSame(one, other.Path)) is { Name: { } same })
                    throw new CliException($"{name} names the same file as {same}: '{path}'.", "Give it another name.");
            }

            known.AddRange(own.Select(one => (name, one)));
        }
    }

    private static bool IsSame(string one, string other) =>
        Path.GetFullPath(one).Equals(
            Path.GetFullPath(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        // Devices may be named twice.
        || (NativeFiles.IdentityOf(one) is { } identity && identity == NativeFiles.IdentityOf(other) && !NativeFiles.IsDevice(one));
}
