using Xunit.v3;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>A Pester file: it runs when its tests are asked for, and each of its tests is one here.</summary>
public sealed class PesterTestCase : XunitTestCase
{
    private static readonly Dictionary<string, IReadOnlyCollection<string>> NoTraits = [];

    private static int _saidMissing;

    /// <summary>For xunit, which may copy a test case.</summary>
    [Obsolete("Called by xunit only.")]
    public PesterTestCase()
    {
    }

    /// <summary>A file, by the class that stands for it.</summary>
    public PesterTestCase(IXunitTestMethod testMethod, string testCaseDisplayName, string uniqueId, bool @explicit)
        : base(testMethod, testCaseDisplayName, uniqueId, @explicit)
    {
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<IXunitTest>> CreateTests()
    {
        try
        {
            var file = PesterFile.PathOf(TestMethod.TestClass.Class);
            var results = await PesterWorker.RunAsync(await PowerShellHost.GetAsync(), file, TestContext.Current.CancellationToken);
            return [.. results.Select((result, index) =>
                Test(result, index, result.Outcome is "Skipped" or "NotRun" ? $"Pester: {result.Outcome}" : null))];
        }
        catch (PowerShellMissingException missing)
        {
            // Once for all files. The others have no test then.
            return Interlocked.Exchange(ref _saidMissing, 1) == 0
                ? [Test(new("all PowerShell tests", "NotRun", missing.Message), 0, missing.Message)]
                : [];
        }
    }

    private XunitTest Test(PesterResult result, int index, string? skipReason) => new(
        this, TestMethod, Explicit, skipReason, null, null, null, $"Pester: {result.Name}", index, NoTraits, null, [result.Name, result.Outcome, result.Message], testLabel: null, disableParallelization: false);
}
