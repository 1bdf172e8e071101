namespace PaymentCustomers.Tests.PowerShell;

/// <summary>
/// A file of tests/powershell as part of the one test command: each of its tests is one here. A class for each file, so
/// that they run side by side and count as soon as they are done.
/// </summary>
public abstract class PesterFile
{
    [Pester]
    public void Test(string name, string outcome, string message)
    {
        Assert.NotEmpty(name);
        if (outcome == "Skipped")
            Assert.Skip(message.Length > 0 ? message : "Skipped by Pester.");
        Assert.True(outcome == "Passed", $"{outcome}: {message}");
    }

    /// <summary>The file that a class stands for: its name without hyphens and dots.</summary>
    internal static string PathOf(Type type) => All().Single(path => ClassName(path) == type.Name);

    internal static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "powershell"), "*.Tests.ps1");

    internal static string ClassName(string path) =>
        Path.GetFileName(path)[..^".Tests.ps1".Length].Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) + "Pester";
}
