using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class ShardOptionTests : CommandLineTest
{
    [Fact]
    public async Task Two_runs_with_their_part_each_create_every_row_once_and_count_the_rows_of_the_other()
    {
        var file = Save("in.csv", Header, Ana, Luis, Eva, Ana);

        var first = await ImportAsync(file, "--shard", "1/2", "--json", "--output", PathOf("first.csv"));
        var second = await ImportAsync(file, "--shard", "2/2", "--json", "--output", PathOf("second.csv"));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(3, Bodies.Count());
        var (one, two) = (JsonNode.Parse(first.Output)!, JsonNode.Parse(second.Output)!);
        Assert.Equal((4, 4), ((int)one["rows"]!, (int)two["rows"]!));
        Assert.Equal(4, ((int?)one["otherShard"] ?? 0) + ((int?)two["otherShard"] ?? 0));
        Assert.Equal(3, (int)one["created"]! + (int)two["created"]!);
        Assert.Equal(1, (int)one["duplicate"]! + (int)two["duplicate"]!);
        // Each row stands in the file of one part, by its number in the whole.
        Assert.Equal(
            ["1", "2", "3", "4"],
            LinesOf("first.csv").Skip(1).Concat(LinesOf("second.csv").Skip(1)).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_shows_the_rows_of_its_part()
    {
        var file = Save("in.csv", Header, Ana, Luis, Eva);

        var outputs = new[] { await ImportAsync(file, "--dry-run", "--shard", "1/2"), await ImportAsync(file, "--dry-run", "--shard", "2/2") };

        Assert.Equal(3, outputs.Sum(run => run.Output.Split('\n').Count(line => line.Contains("would be created", StringComparison.Ordinal))));
        Assert.Contains("Other shards", outputs[0].Output + outputs[1].Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_does_not_exist_is_refused()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--shard", "3/2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--shard: '3/2' is no part of a file: give its number and how many there are, such as 2/8.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Bodies);
    }
}
