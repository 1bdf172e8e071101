namespace PaymentCustomers.Tests.Conventions;

/// <summary>A source file.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text);

/// <summary>The repository's sources as text.</summary>
internal static class Sources
{
    /// <summary>The C# files of a project in src, or of all projects if none is given.</summary>
    public static IReadOnlyList<SourceFile> Of(string project = "")
    {
        var files = from path in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
                    let relative = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
                    where !relative.Contains("/bin/", StringComparison.Ordinal) && !relative.Contains("/obj/", StringComparison.Ordinal)
                    orderby relative
                    select new SourceFile(relative, File.ReadAllText(path));
        return [.. files];
    }

    public static string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Repository.Root, path));

    /// <summary>The lines of the files that match a pattern.</summary>
    public static IEnumerable<string> Places(IEnumerable<SourceFile> files, string pattern) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where System.Text.RegularExpressions.Regex.IsMatch(line.Text, pattern)
        select $"{file.Path}({line.Number}): {line.Text.Trim()}";
}
