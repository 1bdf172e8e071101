using System.Text.RegularExpressions;
using PaymentCustomers.Tests.PowerShell;

namespace PaymentCustomers.Tests.Conventions;

public sealed partial class CiConventionTests
{
    private static readonly string Workflow = Sources.Read(".github/workflows/ci.yml");

    [Fact]
    public void The_workflow_runs_the_test_command_of_the_readme()
    {
        Assert.Contains("\n```sh\ndotnet test\n```\n\nruns all tests.", Sources.Read("README.md"), StringComparison.Ordinal);

        // The additional options write the results to files, and exclude no test.
        var command = Assert.Single(TestCommand().Matches(Workflow)).Groups[1].Value;
        Assert.Equal("dotnet test --report-xunit-trx --results-directory TestResults", command);
    }

    [Fact]
    public void The_workflow_runs_on_every_supported_PowerShell_and_system()
    {
        Assert.Contains("os: [windows-latest, ubuntu-latest, macos-latest]", Workflow, StringComparison.Ordinal);
        Assert.Contains("powershell: ['7.4', '7.5', '7.6']", Workflow, StringComparison.Ordinal);
        Assert.Contains("runs-on: ${{ matrix.os }}", Workflow, StringComparison.Ordinal);
        Assert.Contains("--version '${{ matrix.powershell }}.*'", Workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_tests_with_the_PowerShell_and_the_Pester_of_its_matrix()
    {
        Assert.Contains($"\"{PowerShellHost.Variable}=$pwsh\" | Add-Content $env:GITHUB_ENV", Workflow, StringComparison.Ordinal);
        Assert.Contains("PAYMENTCUSTOMERS_PESTER: ${{ matrix.pester }}", Workflow, StringComparison.Ordinal);
        Assert.Contains("PAYMENTCUSTOMERS_PESTER", Sources.Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_needs_no_secret() => Assert.DoesNotMatch(@"\bsecrets\b\s*[.\[:]|GITHUB_TOKEN|github\.token", Workflow);

    [Fact]
    public void The_actions_and_Pester_have_fixed_versions()
    {
        var actions = Action().Matches(Workflow).Select(match => match.Groups[1].Value).ToList();

        Assert.True(actions.Count > 3);
        Assert.All(actions, action => Assert.Matches(@"@v\d+\.\d+\.\d+$", action));
        Assert.Matches(@"\n +pester: '\d+\.\d+\.\d+'\n", Workflow);
    }

    [GeneratedRegex(@"- name: Test\n(?: +env:\n(?: +\w+: \S.*\n)+)? +run: (.+)\n")]
    private static partial Regex TestCommand();

    [GeneratedRegex(@"uses: (\S+)")]
    private static partial Regex Action();
}
