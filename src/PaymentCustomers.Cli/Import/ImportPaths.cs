namespace PaymentCustomers.Cli.Import;

/// <summary>The files of an import: what is written must not be what is read.</summary>
internal static class ImportPaths
{
    /// <exception cref="CliException">Two of them are the same file.</exception>
    public static void Check(ImportSettings settings)
    {
        var paths = new List<(string Name, string Path)> { ("the file to import", settings.File) };
        Add("--rejects", settings.RejectsPath);
        Add("--output", settings.OutputPath);

        void Add(string name, string? path)
        {
            if (path is null)
                return;
            if (paths.Find(other => IsSame(path, other.Path)) is { Name: { } same })
                throw new CliException($"{name} names the same file as {same}: '{path}'.", "Give it another name.");
            paths.Add((name, path));
        }
    }

    private static bool IsSame(string one, string other) => Path.GetFullPath(one).Equals(
        Path.GetFullPath(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
