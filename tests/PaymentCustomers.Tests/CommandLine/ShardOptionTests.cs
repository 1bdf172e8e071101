using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class ShardOptionTests : CommandLineTest
{
    [Fact]
    public async Task Two_runs_with_a_shard_each_create_every_row_once_and_count_the_other_shards_rows()
    {
        var file = Save("in.csv", [Header, .. People(10), Ana, Ana]);

        var first = await ImportAsync(file, "--shard", "1/2", "--json", "--output", PathOf("first.csv"));
        var second = await ImportAsync(file, "--shard", "2/2", "--json", "--output", PathOf("second.csv"));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(11, Bodies.Count());
        var (one, two) = (JsonNode.Parse(first.Output)!, JsonNode.Parse(second.Output)!);
        Assert.Equal((12, 12), ((int)one["rows"]!, (int)two["rows"]!));
        Assert.Equal(12, ((int?)one["otherShard"] ?? 0) + ((int?)two["otherShard"] ?? 0));
        Assert.Equal(11, (int)one["created"]! + (int)two["created"]!);
        Assert.Equal(1, (int)one["duplicate"]! + (int)two["duplicate"]!);
        // Each row is in the file of one shard.
        Assert.Equal(12, LinesOf("first.csv").Skip(1).Concat(LinesOf("second.csv").Skip(1)).Count());
    }

    [Fact]
    public async Task Each_shard_has_its_own_files_beside_the_input()
    {
        var file = Save("in.csv", Header, Ana, Luis, Eva, BadEmail.Replace("1060500334", "1060500336", StringComparison.Ordinal));

        foreach (var part in new[] { "1/2", "2/2" })
            await RunAsync("import", file, "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--shard", part);

        var names = Directory.GetFiles(PathOf("")).Select(Path.GetFileName).ToList();
        foreach (var part in new[] { 1, 2 })
            Assert.Contains($"in.{part}-of-2.onepay-127.0.0.1-{Emulator.Address.Port}.journal", names);
        // A row that cannot be sent is assigned by its row number. Row 5 belongs to the second shard.
        Assert.Contains("in.2-of-2.rejects.csv", names);
        Assert.DoesNotContain("in.1-of-2.rejects.csv", names);
        Assert.Equal(3, Bodies.Count());
    }

    [Fact]
    public async Task The_rejects_of_a_stopped_shard_contain_no_row_of_another_shard()
    {
        // Row 2 cannot be sent. It belongs to the first shard and stops it.
        var people = People(20);
        var file = Save("in.csv", [Header, BadEmail, .. people]);

        var first = await ImportAsync(file, "--shard", "1/2", "--max-errors", "1", "--rejects", PathOf("first.rejects.csv"), "--json");
        var second = await ImportAsync(file, "--shard", "2/2", "--output", PathOf("second.csv"));

        Assert.Equal((3, 0), (first.ExitCode, second.ExitCode));
        var rejected = LinesOf("first.rejects.csv").Skip(1).Select(Document).ToList();
        var created = LinesOf("second.csv").Skip(1).Select(Document).ToList();
        Assert.NotEmpty(created);
        Assert.Equal(21 - rejected.Count, (int)JsonNode.Parse(first.Output)!["otherShard"]!);
        Assert.Equal(
            people.Append(BadEmail).Select(Document).Order(StringComparer.Ordinal), rejected.Concat(created).Order(StringComparer.Ordinal));

        static string Document(string line) => line.Split(',')[6];
    }

    [Fact]
    public async Task A_dry_run_shows_the_rows_of_its_shard()
    {
        var file = Save("in.csv", Header, Ana, Luis, Eva);

        var outputs = new[] { await ImportAsync(file, "--dry-run", "--shard", "1/2"), await ImportAsync(file, "--dry-run", "--shard", "2/2") };

        Assert.Equal(3, outputs.Sum(run => run.Output.Split('\n').Where(line => line.StartsWith("Can be sent", StringComparison.Ordinal)).Sum(line => int.Parse(line[11..], CultureInfo.InvariantCulture))));
        Assert.All(outputs, run => Assert.Contains("Cannot be sent    0\n", run.Output, StringComparison.Ordinal));
        Assert.Contains("Other shards", outputs[0].Output + outputs[1].Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_does_not_exist_is_refused()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--shard", "3/2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--shard: '3/2' is not a valid part of a file. Specify the number of the part and the number of parts, such as 2/8.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Bodies);
    }

    private static string[] People(int count) =>
        [.. Enumerable.Range(500, count).Select(number => Ana.Replace("1060500333", $"1060500{number}", StringComparison.Ordinal))];
}
