using Xunit.v3;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>A Pester file. It runs when xunit asks for its tests.</summary>
public sealed class PesterTestCase : XunitTestCase
{
    private static readonly Dictionary<string, IReadOnlyCollection<string>> NoTraits = [];

    private static int _saidMissing;

    /// <summary>xunit needs this constructor to copy a test case.</summary>
    [Obsolete("Called by xunit only.")]
    public PesterTestCase()
    {
    }

    /// <summary>Makes the test case of the file that belongs to a class.</summary>
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
            // A missing PowerShell is reported once for all files. The other files have no tests then.
            return Interlocked.Exchange(ref _saidMissing, 1) == 0
                ? [Test(new("all PowerShell tests", "NotRun", missing.Message), 0, missing.Message)]
                : [];
        }
    }

    private XunitTest Test(PesterResult result, int index, string? skipReason) => new(
        this, TestMethod, Explicit, skipReason, null, null, null, $"Pester: {result.Name}", index, NoTraits, null, [result.Name, result.Outcome, result.Message], testLabel: null, disableParallelization: false);
}
