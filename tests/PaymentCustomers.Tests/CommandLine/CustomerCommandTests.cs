using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class CustomerCommandTests : CommandLineTest
{
    private readonly string[] _ids = new string[3];

    [Fact]
    public async Task List_shows_a_table_and_the_number_of_customers()
    {
        await AddAsync();

        var run = await AskAsync("list");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(run.Lines, line => line.Contains(_ids[0], StringComparison.Ordinal) && line.Contains("Ana Peña", StringComparison.Ordinal)
            && line.Contains("CC 1060500333", StringComparison.Ordinal) && line.Contains("ana@example.com", StringComparison.Ordinal));
        Assert.Equal("3 customers", run.Lines[^1]);
    }

    [Fact]
    public async Task List_as_JSON_writes_one_customer_per_line_and_import_accepts_the_lines()
    {
        await AddAsync();

        var run = await AskAsync("list", "--json");
        var again = await RunAsync("check", Save("again.jsonl", run.Lines), "--provider", "OnePay", "--json");

        Assert.Equal(_ids.Order(), run.Lines.Select(line => (string?)JsonNode.Parse(line)!["id"]).Order());
        var ana = JsonNode.Parse(run.Lines.Single(line => line.Contains("ana@example.com", StringComparison.Ordinal)))!;
        Assert.Equal(("Peña", "1060500333"), ((string?)ana["lastName"], (string?)ana["documentNumber"]));
        Assert.Equal((0, 3), (again.ExitCode, (int)JsonNode.Parse(again.Output)!["valid"]!));
    }

    [Fact]
    public async Task List_reads_all_pages_or_only_the_requested_number_of_customers()
    {
        // The seeded customers belong to this key.
        Variables["ONEPAY_API_KEY"] = "sk_test_emulator";
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 250 });

        var all = await AskAsync("list", "--json");
        var some = await AskAsync("list", "--json", "--first", "7");

        Assert.Equal((0, ""), (all.ExitCode, all.Errors));
        Assert.Equal(250, all.Lines.Distinct().Count());
        Assert.Equal(all.Lines.Take(7), some.Lines);
    }

    [Theory]
    [InlineData("--email", "LUIS@example.com")]
    [InlineData("--phone", "300 123 4568")]
    [InlineData("--document-number", "1.060.500.334")]
    public async Task Each_filter_finds_the_matching_customer(params string[] filter)
    {
        await AddAsync();

        var run = await AskAsync(["list", "--json", .. filter]);

        Assert.Equal(_ids[1], (string?)JsonNode.Parse(Assert.Single(run.Lines))!["id"]);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("export", "--output", "out.csv")]
    public async Task A_filter_that_the_provider_does_not_have_is_refused_before_anything_is_sent(params string[] command)
    {
        var run = await AskAsync([.. command, "--user-id", "7"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Omit the option", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
        Assert.False(File.Exists("out.csv"));
    }

    [Fact]
    public async Task Get_shows_all_fields_and_reports_customers_that_do_not_exist()
    {
        await AddAsync();

        var run = await AskAsync("get", _ids[1], "00000000-0000-0000-0000-000000000000", _ids[0]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([_ids[1], _ids[0]], run.Lines.Where(line => line.StartsWith("Id ", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]));
        Assert.Contains("DocumentNumber       1060500334", run.Lines);
        Assert.Contains("FirstName            Luis", run.Lines);
        Assert.Contains("00000000-0000-0000-0000-000000000000", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_writes_a_private_file_without_formulas_that_can_be_imported()
    {
        await AddAsync(Ana, Luis, Eva.Replace("Eva", "'=HYPERLINK(1)", StringComparison.Ordinal));

        var run = await AskAsync("export", "--output", PathOf("out.csv"));
        var check = await RunAsync("check", PathOf("out.csv"), "--provider", "OnePay", "--json");

        Assert.Equal((0, "3 customers: out.csv\n", ""), (run.ExitCode, run.Output, run.Errors));
        var lines = LinesOf("out.csv");
        Assert.StartsWith("Id,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",Created,Updated", lines[0], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Contains(lines, line => line.StartsWith($"{_ids[2]},", StringComparison.Ordinal) && line.Contains(",'=HYPERLINK(1),", StringComparison.Ordinal));
        Assert.Equal((0, 3), (check.ExitCode, (int)JsonNode.Parse(check.Output)!["valid"]!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("out.csv")));
    }

    [Fact]
    public async Task A_failed_export_keeps_the_existing_file()
    {
        Variables["ONEPAY_API_KEY"] = "sk_live_wrong";
        Save("out.csv", "before");
        await using var server = new ScriptedServer(_ => Task.FromResult(Answer.Json(401, "{}")));

        var run = await RunAsync("export", "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--output", PathOf("out.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["before"], LinesOf("out.csv"));
        Assert.False(File.Exists(PathOf("out.csv.partial")));
        Assert.DoesNotContain("sk_live_wrong", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_asks_for_confirmation_and_deletes_only_after_a_yes()
    {
        await AddAsync();
        IsKeyboard = IsTerminal = true;

        Input = "n\n";
        var no = await AskAsync("delete", _ids[0]);
        Input = "y\n";
        var yes = await AskAsync("delete", _ids[0], _ids[2]);

        Assert.Equal((2, 0), (no.ExitCode, yes.ExitCode));
        Assert.Equal("Error: Nothing was deleted.\n", no.Errors);
        Assert.Contains($"  {_ids[0]}  A*** P***", no.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1060500333", no.Output, StringComparison.Ordinal);
        Assert.Contains($"Delete these 2 customers at OnePay? [y/N] Deleted {_ids[0]}.\nDeleted {_ids[2]}.\n", yes.Output, StringComparison.Ordinal);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Delete_in_a_session_that_is_not_interactive_requires_the_yes_option()
    {
        await AddAsync();
        var before = Emulator.Store.RequestCount;

        var refused = await AskAsync("delete", _ids[0]);
        Assert.Equal((2, before), (refused.ExitCode, Emulator.Store.RequestCount));
        Assert.Contains("To delete without a confirmation, use --yes.", refused.Errors, StringComparison.Ordinal);

        var done = await AskAsync("delete", _ids[0], "00000000-0000-0000-0000-000000000000", "--yes");
        Assert.Equal((1, $"Deleted {_ids[0]}.\n", 2), (done.ExitCode, done.Output, Emulator.Store.OnePayCount));
        Assert.Contains("00000000-0000-0000-0000-000000000000", done.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_is_refused_for_a_provider_that_cannot_delete()
    {
        var run = await RunAsync("delete", "x", "--yes", "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Dots does not allow you to delete customers.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Theory]
    [InlineData("ID: the value is empty.", "get", " ")]
    [InlineData("ID: the value is empty.", "delete", "", "--yes")]
    [InlineData("'--al' is not an option of delete.", "delete", "--al")]
    [InlineData("Option '--output' is required.", "export")]
    [InlineData("--email: the value is empty.", "list", "--email", "")]
    public async Task Invalid_ids_and_options_are_refused_before_anything_is_sent(string message, params string[] command)
    {
        var run = await AskAsync(command);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Error: {message}\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    private Task<Run> AskAsync(params string[] command) =>
        RunAsync([.. command, "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--retries", "0"]);

    /// <summary>Creates customers and stores their ids.</summary>
    private async Task AddAsync(params string[] rows)
    {
        await ImportAsync(Save("in.csv", [Header, .. rows.Length == 0 ? [Ana, Luis, Eva] : rows]), "--output", PathOf("ids.csv"));
        LinesOf("ids.csv").Skip(1).Select(line => line.Split(',')[^2]).ToArray().CopyTo(_ids, 0);
    }
}
