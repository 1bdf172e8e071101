using System.Text.Json.Nodes;
using PaymentCustomers.Tests.Journals;

namespace PaymentCustomers.Tests.CommandLine;

[Collection(PostgresTests.Name)]
public sealed class JournalCommandTests(PostgresFixture postgres) : CommandLineTest
{
    private readonly string _run = $"cli-{Guid.NewGuid():N}";

    [Fact]
    public async Task An_import_with_a_database_address_is_recorded_in_the_database_and_continued_from_it()
    {
        var file = Save("in.csv", Header, Ana, Luis, Ana);

        var first = await ImportAsync(file, "--journal", Address);
        var second = await ImportAsync(file, "--journal", Address);
        var journal = await RunAsync("journal", Address);

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, journal.ExitCode));
        Assert.Equal("", first.Errors + second.Errors + journal.Errors);
        Assert.Equal(2, Bodies.Count());
        Assert.Contains($"Run {_run}: OnePay Sandbox, account ", journal.Output, StringComparison.Ordinal);
        Assert.Contains("Created           2\n", journal.Output, StringComparison.Ordinal);
        Assert.Equal(2, journal.Output.Split("  ended ").Length - 1);
        Assert.DoesNotContain("Doubled", journal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_is_available_as_one_JSON_object_and_follow_ends_when_no_worker_is_active()
    {
        await ImportAsync(Save("in.csv", Header, Ana, BadEmail, Eva), "--journal", Address);

        var run = await RunAsync("journal", Address, "--follow", "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal((2, 0, "OnePay"), ((int)json["created"]!, (int)json["failed"]!, (string?)json["provider"]));
        Assert.Equal("Ended", (string?)json["workers"]![0]!["state"]);
        Assert.Empty(json["doubled"]!.AsArray());
    }

    [Fact]
    public async Task A_row_with_two_customers_is_reported_with_exit_code_1()
    {
        await ImportAsync(Save("in.csv", Header, Ana), "--journal", Address);
        await postgres.Server.ExecuteAsync(
            $"INSERT INTO payment_customers.events (run, kind, worker, key, state, id) SELECT run, 'late', worker, key, 'created', 'second-id' FROM payment_customers.rows WHERE run = '{_run}'");

        var run = await RunAsync("journal", Address);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("Row 2 has more than one customer with its idempotency key pc1-[^ ]+: .*second-id", run.Output);
    }

    [Fact]
    public async Task Initializing_the_tables_again_changes_nothing()
    {
        var run = await RunAsync("journal", "init", postgres.Server.Address(_run));

        Assert.Equal((0, "The tables already have version 1.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_missing_path_and_an_address_with_a_password_are_refused()
    {
        var path = await RunAsync("journal", "run.jsonl");
        var secret = await RunAsync("journal", "postgresql://ana:hunter2@db/march?run=x");

        Assert.Equal((2, 2), (path.ExitCode, secret.ExitCode));
        Assert.Contains("The journal 'run.jsonl' does not exist.", path.Errors, StringComparison.Ordinal);
        Assert.Contains("contains a password", secret.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", secret.Errors, StringComparison.Ordinal);
    }

    private string Address => postgres.Server.Address(_run);
}
