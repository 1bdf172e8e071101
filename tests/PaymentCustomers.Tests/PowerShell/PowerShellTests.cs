namespace PaymentCustomers.Tests.PowerShell;

/// <summary>
/// The Pester suite, as part of the one test command: each of its tests is one here. Where there is no pwsh with
/// Pester, each of its files is reported as skipped.
/// </summary>
public sealed class PowerShellTests
{
    [Theory]
    [PesterSuite]
    public void Pester(string name, string outcome, string message)
    {
        Assert.NotEmpty(name);
        Assert.True(outcome == "Passed", $"{outcome}: {message}");
    }
}
