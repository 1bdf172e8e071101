namespace PaymentCustomers.Tests.PowerShell;

/// <summary>Makes a file of tests/powershell part of dotnet test, with each of its tests as one test. Each file has a class, so
/// that the files run in parallel and are reported as soon as they are finished.</summary>
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

    /// <summary>The path of the file that belongs to a class. The class has its name without hyphens and dots.</summary>
    internal static string PathOf(Type type) => All().Single(path => ClassName(path) == type.Name);

    internal static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "powershell"), "*.Tests.ps1");

    internal static string ClassName(string path) =>
        Path.GetFileName(path)[..^".Tests.ps1".Length].Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) + "Pester";
}
