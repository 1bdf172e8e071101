using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>Runs the Pester file that the test's class stands for, and gives a row for each of its tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterResultsAttribute : DataAttribute
{
    private static int _saidMissing;

    // The file runs when the test runs, not when tests are listed.
    public override bool SupportsDiscoveryEnumeration() => false;

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        try
        {
            var host = await PowerShellHost.GetAsync();
            var file = PesterFile.PathOf(testMethod.ReflectedType!);
            var results = await PesterWorker.RunAsync(host, file, TestContext.Current.CancellationToken);
            return [.. results.Select(Row)];
        }
        catch (PowerShellMissingException missing)
        {
            return [Missing(missing.Message)];
        }
    }

    // Skipped once for all files: what is explicit is not run, not counted and not listed.
    private static TheoryDataRow<string, string, string> Missing(string reason)
    {
        var first = Interlocked.Exchange(ref _saidMissing, 1) == 0;
        return new("", "Skipped", "") { TestDisplayName = "Pester", Label = "", Skip = first ? reason : null, Explicit = !first };
    }

    private static TheoryDataRow<string, string, string> Row(PesterResult result) =>
        new(result.Name, result.Outcome, result.Message)
        {
            Skip = result.Outcome is "Skipped" or "NotRun" ? $"Pester: {result.Outcome}" : null,
            TestDisplayName = $"Pester: {result.Name}",
            Label = "",
        };
}
