using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class TemplateCommandTests : CommandLineTest
{
    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    [InlineData("Stripe")]
    public async Task The_unchanged_template_is_a_valid_file(string provider)
    {
        var run = await RunAsync("template", "--provider", provider, "--output", PathOf("new.csv"));
        var check = await RunAsync("check", PathOf("new.csv"), "--provider", provider, "--json");

        Assert.Equal((0, "Template (replace its example row): new.csv\nExplanation of the columns: new.columns.csv\n", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal((0, "", 1), (check.ExitCode, check.Errors, (int)JsonNode.Parse(check.Output)!["valid"]!));
        Assert.Equal(LinesOf("new.csv")[0].Split(','), LinesOf("new.columns.csv").Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal("Column,Required,Meaning,Example,Other names", LinesOf("new.columns.csv")[0]);
    }

    [Theory]
    [InlineData("new.csv")]
    [InlineData("new.columns.csv")]
    public async Task An_existing_file_is_not_overwritten(string file)
    {
        Save(file, "my rows");

        var run = await RunAsync("template", "--provider", "OnePay", "--output", PathOf("new.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("already exists and was not changed.", run.Errors, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(PathOf("")).Select(Path.GetFileName));
        Assert.Equal(["my rows"], LinesOf(file));
    }
}
