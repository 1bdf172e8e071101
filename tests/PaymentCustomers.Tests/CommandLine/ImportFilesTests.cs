using System.Diagnostics;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>How an import handles its input and output files.</summary>
public sealed class ImportFilesTests : CommandLineTest
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task An_import_whose_journal_is_in_use_changes_no_file()
    {
        Save("rejects.csv", "precious");
        Save("out.csv", "precious");
        await using var first = FileJournal.Open(PathOf("journal"), Connection());

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--journal", PathOf("journal"), "--rejects", PathOf("rejects.csv"), "--output", PathOf("out.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is in use by another run", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["precious", "precious"], [.. LinesOf("rejects.csv"), .. LinesOf("out.csv")]);
        Assert.Empty(Partials());
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_second_import_does_not_change_the_files_of_the_first()
    {
        Save("rejects.csv", "precious");
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout, Contains = "luis@example.com" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        string[] args =
            ["import", Save("in.csv", Header, Ana, BadEmail, Luis), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1", "--rejects", PathOf("rejects.csv")];
        Clock.SkipUpTo = null;
        var first = RunUntilAsync(stop.Token, args);
        while (Emulator.Faults[0].Applied == 0)
            await Task.Yield();

        var second = await RunAsync(args);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"The journal 'in.onepay-127.0.0.1-{Emulator.Address.Port}.journal' is in use", second.Errors, StringComparison.Ordinal);
        Assert.Equal(["precious"], LinesOf("rejects.csv"));
        await stop.CancelAsync();
        Assert.Equal(3, (await first).ExitCode);
        Assert.Equal(3, LinesOf("rejects.csv").Length);
        Assert.Empty(Partials());
    }

    [Theory]
    [InlineData("--rejects", false)]
    [InlineData("--output", false)]
    [InlineData("--rejects", true)]
    [InlineData("--journal", false)]
    public async Task An_output_that_links_to_the_input_is_refused(string option, bool isHard)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need a privilege there.");
        var path = Save("in.csv", Header, Ana);
        if (isHard)
            await Process.Start("ln", [path, PathOf("link")]).WaitForExitAsync(Cancelled);
        else
            File.CreateSymbolicLink(PathOf("link"), path);

        var run = await ImportAsync(path, option, PathOf("link"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} is the same file as the file to import: 'link'.", run.Errors, StringComparison.Ordinal);
        Assert.Equal([Header, Ana], LinesOf("in.csv"));
    }

    [Theory]
    [InlineData("--rejects")]
    [InlineData("--output")]
    public async Task An_output_with_the_path_of_the_journal_is_refused(string option)
    {
        var path = Save("in.csv", Header, Ana);
        await ImportAsync(path, "--journal", PathOf("journal"));
        var journal = await File.ReadAllBytesAsync(PathOf("journal"), Cancelled);

        var run = await ImportAsync(path, "--journal", PathOf("journal"), option, PathOf(Path.Combine(".", "journal")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} is the same file as --journal", run.Errors, StringComparison.Ordinal);
        Assert.Equal(journal, await File.ReadAllBytesAsync(PathOf("journal"), Cancelled));
    }

    [Fact]
    public async Task Written_files_are_accessible_to_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no such modes there.");
            return;
        }

        Save("out.csv", "yesterday");

        await ImportAsync(Save("in.csv", Header, BadEmail, Ana), "--journal", PathOf("journal"), "--rejects", PathOf("rejects.csv"), "--output", PathOf("out.csv"));

        foreach (var name in new[] { "journal", "rejects.csv", "out.csv" })
            Assert.Equal(Owner, File.GetUnixFileMode(PathOf(name)));
        Assert.Equal(2, LinesOf("out.csv").Length);
    }

    [Fact]
    public async Task An_output_link_is_kept_and_its_target_is_written()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need a privilege there.");
        Directory.CreateDirectory(PathOf("elsewhere"));
        Save(Path.Combine("elsewhere", "rejects.csv"), "yesterday");
        File.CreateSymbolicLink(PathOf("rejects.csv"), PathOf(Path.Combine("elsewhere", "rejects.csv")));

        await ImportAsync(Save("in.csv", Header, BadEmail), "--rejects", PathOf("rejects.csv"));

        Assert.Equal(2, LinesOf(Path.Combine("elsewhere", "rejects.csv")).Length);
        Assert.NotNull(new FileInfo(PathOf("rejects.csv")).LinkTarget);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("grown")]
    [InlineData("other")]
    public async Task An_input_that_changes_while_it_is_read_is_reported_and_every_row_has_an_outcome(string change)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There nobody can write to a file that is read.");
        const int rows = 300;
        var line = $",{new string('x', 1000)}";
        var lines = Enumerable.Range(1, rows).Select(row => Ana.Replace("1060500333", (1_060_000_000 + row).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) + line).ToList();
        var path = Save("in.csv", [Header + ",note", .. lines]);
        // The first row is sent alone, when only the beginning of the file has been read.
        await using var server = new ScriptedServer(request =>
        {
            if (request.Number == 1)
                Change();
            return Task.FromResult(Answer.Customer(request.Number));
        });

        var run = await RunAsync("import", path, "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--throttle", "1", "--rejects", PathOf("rejects.csv"), "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("changed while it was read", run.Output, StringComparison.Ordinal);
        var json = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        var all = new[] { "created", "existing", "duplicate", "failed", "unknown", "notSent" }.Sum(name => json.GetProperty(name).GetInt64());
        Assert.Equal(all, json.GetProperty("rows").GetInt64());
        Assert.True(all >= rows);
        Assert.Equal(change == "cut", json.GetProperty("notSent").GetInt64() > 0);

        void Change()
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (change == "cut")
            {
                file.SetLength(file.Length / 2);
                return;
            }

            // The change adds a row, or changes the telephone number of the last one.
            file.Position = change == "grown" ? file.Length : file.Length - 1010;
            file.Write(change == "grown" ? System.Text.Encoding.UTF8.GetBytes(Luis + line + "\n") : "y"u8);
        }
    }

    [Fact]
    public async Task The_run_stops_when_rejects_can_no_longer_be_written_and_created_rows_stay_created()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There are no named pipes in the file system there.");
        var pipe = PathOf("rejects");
        await Process.Start("mkfifo", [pipe]).WaitForExitAsync(Cancelled);
        var reading = Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Cancelled);
        var created = 0;
        await using var server = new ScriptedServer(async request =>
        {
            if (request.Number != 1)
                return Answer.Json(422, """{"message":"no"}""");
            // As on a full disk, every later write fails.
            await (await reading).DisposeAsync();
            created++;
            return Answer.Customer(1);
        });

        var run = await RunAsync(
            "import", Save("in.csv", Header, Ana, Luis, Eva), "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--throttle", "1", "--rejects", pipe);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(1, created);
        Assert.Contains("Created           1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("cannot be written", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exit_code_is_right_even_if_the_report_cannot_be_written()
    {
        using var errors = new StringWriter();
        string[] args = ["import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--json"];

        var exitCode = await PaymentCustomers.Cli.CommandLine.RunAsync(args, Host(new ClosedWriter(), errors), Cancelled);

        Assert.Equal(0, exitCode);
        Assert.Equal(1, Emulator.Store.OnePayCount);
        Assert.Contains("The report could not be written", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_records_the_number_of_announced_rows()
    {
        var path = Save("in.csv", Header, Ana);
        var run = ImportAsync(path, "--journal", PathOf("journal"));

        Assert.Equal(0, (await run).ExitCode);
        Assert.Equal(2, File.ReadLines(PathOf("journal")).Count(line => line.Contains("\"row\"", StringComparison.Ordinal)));
        Assert.Contains("\"rows\":1", File.ReadLines(PathOf("journal")).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_records_its_input_file_and_another_file_causes_a_warning()
    {
        var path = Save("in.csv", Header, Ana);
        var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, Cancelled)));
        string[] more = ["--journal", PathOf("journal"), "--enable-notifications", "false"];

        var first = await ImportAsync(path, more);
        var header = File.ReadLines(PathOf("journal")).First();
        var other = await ImportAsync(Save("other.csv", Header, Luis, BadEmail), more);
        var again = await ImportAsync(PathOf("other.csv"), more);

        Assert.Contains($"\"fields\":[\"EnableNotifications\"],\"input\":\"in.csv\",\"digest\":\"{digest}\"", header, StringComparison.Ordinal);
        Assert.Equal("", first.Errors);
        Assert.StartsWith(
            "Warning: The journal was started with 'in.csv', but this input is 'other.csv'. Rows that are done in the journal are not sent again. All other rows are sent.\n", other.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", again.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        Assert.Contains("\"row\":3,\"state\":\"refused\",\"problems\":[\"CustomerInvalid\"]", File.ReadAllText(PathOf("journal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_change_of_the_key_the_journal_is_continued_with_the_old_fingerprint()
    {
        var path = Save("in.csv", Header, Ana, Luis);
        await ImportAsync(Save("first.csv", Header, Ana), "--journal", PathOf("journal"));
        var old = Connection().Account;
        Variables["ONEPAY_API_KEY"] = "sk_test_rotated";

        var refused = await ImportAsync(path, "--journal", PathOf("journal"));
        var run = await ImportAsync(path, "--journal", PathOf("journal"), "--account", old);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"--account {old}", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        Assert.Equal(2, Emulator.Store.Requests.Count(request => request.Operation == EmulatedOperation.Create));
    }

    private string[] Partials() => Directory.GetFiles(PathOf("."), "*.partial");

    private PaymentConnection Connection() =>
        ConnectionFactory.Open(new ConnectionRequest("OnePay") { Credential = new ProviderCredential(null, Key), BaseUri = Emulator.Address });

    private sealed class ClosedWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("Broken pipe");

        public override void Write(string? value) => throw new IOException("Broken pipe");

        public override void WriteLine(string? value) => throw new IOException("Broken pipe");
    }
}
