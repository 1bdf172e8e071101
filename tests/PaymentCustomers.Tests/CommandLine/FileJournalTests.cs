using System.Text.Json.Nodes;
using PaymentCustomers.Cli;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class FileJournalTests : CommandLineTest
{
    private string JournalPath => PathOf("run.journal");

    [Fact]
    public async Task The_command_shows_the_runs_each_row_with_its_key_and_id_and_the_counts()
    {
        var file = Save("in.csv", Header, Ana, BadEmail, Ana);
        await ImportAsync(file, "--journal", JournalPath);
        await ImportAsync(file, "--journal", JournalPath);

        var run = await RunAsync("journal", JournalPath);

        var id = Ids("in.created.csv").First();
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Collection(
            run.Lines,
            line => Assert.Matches(@"^Run 1  2034-01-02 03:04:05Z( to 2034-01-02 03:04:\d\dZ)?  in\.csv  3 rows, 1 refused$", line),
            line => Assert.Matches(@"^Run 2  2034-01-02 03:04:\d\dZ( to 2034-01-02 03:04:\d\dZ)?  in\.csv  3 rows, 1 refused$", line),
            line => Assert.Matches($"^row 2        Created    pc1-[^ ]+  {id}$", line),
            line => Assert.Equal("row 3        Refused    CustomerInvalid", line),
            line => Assert.Matches("^Journal run.journal: OnePay Sandbox, account [^ ]+.$", line),
            line => Assert.Equal("Created           1", line),
            line => Assert.Equal("Existing          0", line),
            line => Assert.Equal("Updated           0", line),
            line => Assert.Equal("Failed            0", line),
            line => Assert.Equal("Unknown           0", line),
            line => Assert.Equal("Under way         0", line),
            line => Assert.Equal("Not sent          0", line),
            line => Assert.Equal("Refused           1", line));
    }

    [Fact]
    public async Task The_rows_with_their_ids_are_available_as_one_JSON_object()
    {
        await ImportAsync(Save("in.csv", Header, Ana, Luis), "--journal", JournalPath);

        var run = await RunAsync("journal", JournalPath, "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("OnePay", "Sandbox", 2), ((string?)json["provider"], (string?)json["environment"], (int)json["created"]!));
        Assert.Equal(("in.csv", 2), ((string?)json["runs"]![0]!["input"], (int)json["runs"]![0]!["rows"]!));
        Assert.Equal(
            Ids("in.created.csv"),
            json["rows"]!.AsArray().Select(row => (string?)row!["id"]));
        Assert.Equal([2, 3], json["rows"]!.AsArray().Select(row => (int)row!["row"]!));
        Assert.All(json["rows"]!.AsArray(), row => Assert.StartsWith("pc1-", (string?)row!["key"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Follow_shows_the_lines_of_a_run_that_starts_meanwhile_and_ends_with_the_counts()
    {
        await ImportAsync(Save("in.csv", Header, Ana), "--journal", JournalPath);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new WaitingWriter();
        using var errors = new StringWriter();

        var follow = PaymentCustomers.Cli.CommandLine.RunAsync(["journal", JournalPath, "--follow"], Follower(output, errors), stop.Token);
        await output.WhenWrittenAsync("Created ", 1);
        await ImportAsync(Save("in2.csv", Header, Luis), "--journal", JournalPath);
        await output.WhenWrittenAsync("Created ", 2);
        await stop.CancelAsync();

        Assert.Equal(0, await follow);
        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Count(line => line.StartsWith("Run ", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains("  Started ", StringComparison.Ordinal)));
        Assert.Contains("Created           2", lines);
    }

    [Fact]
    public async Task Follow_waits_for_the_rest_of_an_incomplete_line()
    {
        await ImportAsync(Save("in.csv", Header, Ana), "--journal", JournalPath);
        var bytes = await File.ReadAllBytesAsync(JournalPath, Cancelled);
        await File.WriteAllBytesAsync(JournalPath, bytes[..^20], Cancelled);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new WaitingWriter();
        using var errors = new StringWriter();

        var follow = PaymentCustomers.Cli.CommandLine.RunAsync(["journal", JournalPath, "--follow"], Follower(output, errors), stop.Token);
        await output.WhenWrittenAsync("Started ", 1);
        await File.WriteAllBytesAsync(JournalPath, bytes, Cancelled);
        await output.WhenWrittenAsync("Created ", 1);
        await stop.CancelAsync();

        Assert.Equal((0, ""), (await follow, errors.ToString()));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_not_a_journal_ends_with_exit_code_2()
    {
        var other = await RunAsync("journal", Save("in.csv", Header, Ana));
        var none = await RunAsync("journal", PathOf("none.journal"));
        var empty = await RunAsync("journal", Save("empty.journal", Array.Empty<byte>()));

        Assert.Equal((2, 2, 2), (other.ExitCode, none.ExitCode, empty.ExitCode));
        Assert.All([other, none, empty], run => Assert.StartsWith("Error: ", run.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("ana@example.com", other.Errors, StringComparison.Ordinal);
    }

    /// <summary>Ends waits at once with a separate clock. With the test's clock, the requests of an import would time
    /// out.</summary>
    private CliHost Follower(TextWriter output, TextWriter errors) => Host(output, errors) with { Clock = new TestClock { SkipUpTo = TimeSpan.FromSeconds(1) } };

    private string[] Ids(string created) => [.. LinesOf(created).Skip(1).Select(line => line.Split(',')[^2])];

    /// <summary>Standard output that reports when a text was written a given number of times.</summary>
    private sealed class WaitingWriter : StringWriter
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task WhenWrittenAsync(string text, int count)
        {
            while (true)
            {
                Task next;
                lock (_gate)
                {
                    if (base.ToString().Split(text).Length > count)
                        return;
                    next = _written.Task;
                }

                await next.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
            }
        }

        public override void WriteLine(string? value)
        {
            lock (_gate)
            {
                base.WriteLine(value);
                _written.SetResult();
                _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
