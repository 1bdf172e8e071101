using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>Runs tests/powershell once in a real pwsh and gives a row for each of its tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterSuiteAttribute : DataAttribute
{
    private const string NoPester = "No pwsh with Pester 5 or later was found: the PowerShell tests were not run.";

    // The suite runs when the test runs, not when tests are listed.
    public override bool SupportsDiscoveryEnumeration() => false;

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var folder = Path.Combine(Repository.Root, "tests", "powershell");
        if (!await HasPesterAsync())
            return [.. Directory.EnumerateFiles(folder, "*.Tests.ps1").Order(StringComparer.Ordinal).Select(Skipped)];

        var resultPath = Path.GetTempFileName();
        try
        {
            var (exitCode, output) = await RunAsync("-File", Path.Combine(folder, "Invoke-Suite.ps1"), "-ResultPath", resultPath);
            var json = await File.ReadAllTextAsync(resultPath);
            if (json.Length == 0)
                return [Row("The suite as a whole", "Failed", $"pwsh ended with {exitCode} and no results: {output}")];
            using var results = JsonDocument.Parse(json);
            return [.. results.RootElement.EnumerateArray().Select(result => Row(
                result.GetProperty("name").GetString()!,
                result.GetProperty("outcome").GetString()!,
                result.GetProperty("message").GetString()!))];
        }
        finally
        {
            File.Delete(resultPath);
        }
    }

    private static TheoryDataRow<string, string, string> Skipped(string file) =>
        new TheoryDataRow<string, string, string>(Path.GetFileName(file), "Skipped", "")
        {
            Skip = NoPester,
            TestDisplayName = $"Pester: {Path.GetFileName(file)}",
        };

    private static TheoryDataRow<string, string, string> Row(string name, string outcome, string message) =>
        new TheoryDataRow<string, string, string>(name, outcome, message)
        {
            Skip = outcome is "Skipped" or "NotRun" ? $"Pester: {outcome}" : null,
            TestDisplayName = $"Pester: {name}",
        };

    private static async Task<bool> HasPesterAsync()
    {
        try
        {
            var (exitCode, _) = await RunAsync(
                "-Command", "exit [int](-not (Get-Module -ListAvailable Pester | Where-Object Version -ge '5.0'))");
            return exitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
