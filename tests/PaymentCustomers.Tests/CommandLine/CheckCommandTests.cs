using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class CheckCommandTests : CommandLineTest
{
    [Fact]
    public async Task Check_reports_the_same_as_a_dry_run_and_sends_nothing()
    {
        var file = Save("in.csv", Header, Ana, BadEmail);

        var dry = await ImportAsync(file, "--dry-run");
        Variables.Clear();
        var check = await RunAsync("check", file, "--provider", "OnePay");

        Assert.Equal(dry, check);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("  Email is not an e-mail address: 1 row (3)\n", check.Output, StringComparison.Ordinal);
        Assert.Empty(Emulator.Store.Requests);
        Assert.Equal(["in.csv"], Directory.GetFiles(PathOf("")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_valid_file_ends_with_exit_code_0_and_the_result_is_available_as_JSON()
    {
        var check = await RunAsync("check", Save("in.csv", Header, Ana, Luis), "--provider", "OnePay", "--json");

        var json = JsonNode.Parse(check.Output)!;
        Assert.Equal((0, true, 2), (check.ExitCode, (bool)json["dryRun"]!, (int)json["valid"]!));
    }

    [Fact]
    public async Task Check_accepts_the_reading_and_checking_options_of_import()
    {
        var file = Save("in.csv", Header.Replace(',', ';'), Luis.Replace(',', ';').Replace("+573001234568", "+579991234567", StringComparison.Ordinal));

        var strict = await RunAsync("check", file, "--provider", "OnePay", "--save-map", PathOf("map.json"));
        var lenient = await RunAsync("check", file, "--provider", "OnePay", "--phone-check", "possible", "--rate", "1", "--map", PathOf("map.json"));

        Assert.Equal((1, 0), (strict.ExitCode, lenient.ExitCode));
        Assert.Contains("Minimum time      00:00:01\n", lenient.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base-uri", "http://localhost")]
    [InlineData("--journal", "x.journal")]
    [InlineData("--yes")]
    public async Task Options_that_only_a_run_needs_are_refused(params string[] option)
    {
        var check = await RunAsync(["check", Save("in.csv", Header, Ana), "--provider", "OnePay", .. option]);

        Assert.Equal(2, check.ExitCode);
        Assert.Contains($"Error: '{option[0]}' is not an argument or option.\n", check.Errors, StringComparison.Ordinal);
        Assert.EndsWith("  Run 'payment-customers check --help' to see the arguments and options.\n", check.Errors, StringComparison.Ordinal);
    }
}
