using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>How one command imports a whole file: where its files are, what it asks, and how it continues.</summary>
public sealed class WholeFileTests : CommandLineTest
{
    [Fact]
    public async Task The_journal_and_the_results_are_written_beside_the_input()
    {
        var run = await RunAsync("import", Save("in.csv", Header, Ana, BadEmail), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["in.created.csv", "in.csv", $"in.onepay-127.0.0.1-{Emulator.Address.Port}.journal", "in.rejects.csv"], FileNames());
    }

    [Fact]
    public async Task If_every_row_has_a_customer_no_rejects_are_written_and_earlier_ones_are_emptied()
    {
        string[] args = ["import", Save("in.csv", Header, BadEmail), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri];
        await RunAsync(args);
        Save("in.csv", Header, Luis);

        var run = await RunAsync(args);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(LinesOf("in.rejects.csv"));
        Assert.DoesNotContain("rejects", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_the_command_again_sends_nothing_twice_and_reports_the_same_results()
    {
        string[] args = ["import", Save("in.csv", Header, Ana, Luis), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri];
        await RunAsync(args);
        var first = LinesOf("in.created.csv");

        var run = await RunAsync(args);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Emulator.Store.RequestCount);
        Assert.Equal(first, LinesOf("in.created.csv"));
    }

    [Theory]
    [InlineData("OnePay")]
    [InlineData("Dots")]
    public async Task Results_are_not_imported_again(string provider)
    {
        string[] to = ["--provider", provider, "--base-uri", Emulator.Address.AbsoluteUri];
        var first = await RunAsync(["import", Save("in.csv", "customer_id,first_name,last_name,email,phone,document_type,document_number", "7,Ana,Peña,ana@example.com,+573001234567,CC,1060500333"), .. to]);
        var sent = Emulator.Store.RequestCount;

        var run = await RunAsync(["import", PathOf("in.created.csv"), .. to]);

        Assert.Equal((0, 2), (first.ExitCode, run.ExitCode));
        Assert.Equal(
            $"Error: 'in.created.csv' was written by an import: each of its rows already has a customer. Nothing was sent.\n  The rows without a customer are in the reject file. To create these customers somewhere else, remove the columns '{provider.ToLowerInvariant()}_customer_id' and 'outcome'.\n",
            run.Errors);
        Assert.Equal(sent, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_blank_file_name_is_refused()
    {
        var run = await RunAsync("import", " ", "--provider", "OnePay");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: FILE: it was given without a value.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_a_missing_folder_is_refused_before_anything_is_sent()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--report", PathOf(Path.Combine("none", "report.html")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be written: the folder", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_pipe_is_refused_as_a_journal_and_not_changed()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Pipes have no paths there.");
            return;
        }

        using var made = System.Diagnostics.Process.Start("mkfifo", ["-m", "644", PathOf("pipe")]);
        await made.WaitForExitAsync(Cancelled);

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--journal", PathOf("pipe"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: The file 'pipe' is not a journal of PaymentCustomers. It was not changed.\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(PathOf("pipe")));
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_report_is_written_through_a_link_or_a_device_without_replacing_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        File.CreateSymbolicLink(PathOf("device.html"), "/dev/null");
        File.CreateSymbolicLink(PathOf("link.html"), PathOf("page.html"));
        var path = Save("in.csv", Header, Ana);

        var device = await ImportAsync(path, "--report", PathOf("device.html"));
        var link = await ImportAsync(path, "--report", PathOf("link.html"));

        Assert.Equal((0, 0), (device.ExitCode, link.ExitCode));
        Assert.Equal("/dev/null", new FileInfo(PathOf("device.html")).LinkTarget);
        Assert.Equal(PathOf("page.html"), new FileInfo(PathOf("link.html")).LinkTarget);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(PathOf("page.html")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_import_of_rejects_continues_the_journal_of_their_file_and_writes_its_own_rejects()
    {
        await RunAsync("import", Save("in.csv", Header, Ana, BadEmail), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri);

        var run = await RunAsync("import", PathOf("in.rejects.csv"), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["in.created.csv", "in.csv", $"in.onepay-127.0.0.1-{Emulator.Address.Port}.journal", "in.rejects-2.csv", "in.rejects.csv"], FileNames());
        Assert.Equal(LinesOf("in.rejects.csv")[0], LinesOf("in.rejects-2.csv")[0]);
    }

    [Fact]
    public async Task The_first_option_sends_only_the_first_rows_and_the_command_without_it_continues_after_them()
    {
        string[] args = ["import", Save("in.csv", Header, Ana, Luis, Eva), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1"];

        var canary = await RunAsync([.. args, "--first", "1"]);
        var sent = Emulator.Store.RequestCount;
        var run = await RunAsync(args);

        Assert.Equal((0, 0), (canary.ExitCode, run.ExitCode));
        Assert.Equal(1, sent);
        Assert.Contains("Importing in.csv: 1 row to", canary.Output, StringComparison.Ordinal);
        Assert.Contains("Only the first 1 of 3 rows were imported. The same command without --first continues after them.\n", canary.Output, StringComparison.Ordinal);
        Assert.Equal(3, Emulator.Store.Requests.Count(request => request.Method == "POST"));
        Assert.Contains("Created           3\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(4, LinesOf("in.created.csv").Length);
    }

    [Fact]
    public async Task The_run_stops_at_the_maximum_number_of_errors_and_the_next_run_continues()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 422 });

        var run = await ImportAsync(Save("in.csv", Header, Ana, Luis, Eva), "--max-errors", "2", "--rejects", PathOf("r.csv"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("The run stopped: The run reached the limit of failed rows: 2 (-MaximumErrorCount, --max-errors). Correct the rows and run the same command again: it continues where it stopped.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Failed            2\nUnknown           0\nNot sent          1\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["failed", "failed", "not-sent"], LinesOf("r.csv").Skip(1).Select(line => line.Split(',')[9]));
    }

    [Theory]
    [InlineData("--first", "0")]
    [InlineData("--max-errors", "many")]
    public async Task A_number_of_rows_must_be_a_whole_number_of_at_least_1(string option, string value)
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: {option}: '{value}' is not a whole number of at least 1.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_nothing_is_sent_without_a_confirmation_if_the_session_is_not_interactive()
    {
        Variables["ONEPAY_API_KEY"] = "sk_live_x";

        var run = await ImportAsync(Save("in.csv", Header, Ana));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "Error: These rows would create real customers. This needs a confirmation, which is not possible in a session that is not interactive. Nothing was sent.\n  To run without a confirmation, for example in a script, use --yes.\n", run.Errors);
        Assert.Equal(0, Emulator.Store.RequestCount);
        Assert.Equal(["in.csv"], FileNames());
    }

    [Fact]
    public async Task In_production_a_script_confirms_with_the_yes_option()
    {
        Variables["ONEPAY_API_KEY"] = "sk_live_x";

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData("y\n", 0, 1)]
    [InlineData("YES\n", 0, 1)]
    [InlineData("n\n", 2, 0)]
    [InlineData("\n", 2, 0)]
    [InlineData("", 2, 0)]
    public async Task In_production_the_confirmation_names_the_account_the_rows_and_who_is_notified(string answer, int exitCode, int created)
    {
        Variables["ONEPAY_API_KEY"] = "sk_live_x";
        (IsKeyboard, IsTerminal, Input) = (true, true, answer);

        var run = await ImportAsync(Save("in.csv", Header, Ana.Replace("false", "", StringComparison.Ordinal), BadEmail), "--account", "main");

        Assert.StartsWith(
            """
            These are real customers:
              Account           OnePay Production, main, at EMULATOR
              Rows              1 of 2 rows in in.csv will be created
              Notifications     OnePay sends messages to 1 of them, by WhatsApp or e-mail
            Create them? [y/N] 
            """,
            run.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0 ? 1 : 2, run.ExitCode);
        Assert.Equal(created, Emulator.Store.OnePayCount);
    }
}
