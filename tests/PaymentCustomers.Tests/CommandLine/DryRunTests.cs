using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class DryRunTests : CommandLineTest
{
    [Fact]
    public async Task It_opens_no_connection_and_needs_no_credential()
    {
        Variables.Clear();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var run = await RunAsync(
            "import", Save("in.csv", Header, Ana, BadEmail), "--provider", "OnePay", "--dry-run", "--base-uri", $"http://{listener.LocalEndpoint}");

        Assert.False(listener.Pending());
        Assert.Equal("", run.Errors);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Checking in.csv: 2 rows to OnePay Sandbox (nothing is sent).
            row 1  would be created: A*** P*** a***@***.com ***67
            row 2  CustomerInvalid  Email 'n***' is not an e-mail address.
            What to do about CustomerInvalid: Correct the row and send it again; nothing was sent for it.
            Would be created  1
            Failed            1
            Not sent          0
            Seconds           0.0
            Rows/s            0

            """,
            run.Output);
    }

    [Fact]
    public async Task It_warns_once_of_extensions_and_refuses_numbers_that_do_not_exist_unless_only_their_length_is_checked()
    {
        var file = Save("in.csv", Header, Ana.Replace("+573001234567", "+57 601 234 5678 x1", StringComparison.Ordinal), Ana.Replace("+573001234567", "+579991234567", StringComparison.Ordinal));

        var strict = await ImportAsync(file, "--dry-run");
        var lenient = await ImportAsync(file, "--dry-run", "--phone-check", "possible");

        Assert.Equal("Warning: Phone had an extension, which was left out: the provider takes none (row 1).\n", strict.Errors);
        Assert.Contains("row 2  CustomerInvalid  Phone '***67' is not a number that exists with the calling code 57;", strict.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0), (strict.ExitCode, lenient.ExitCode));
    }

    [Fact]
    public async Task It_starts_no_emulator_either()
    {
        Variables.Clear();

        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--dry-run", "--emulator");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Checking in.csv: 1 row to OnePay Sandbox (nothing is sent).\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_the_first_ten_rows()
    {
        var run = await ImportAsync(Save("in.csv", [Header, .. Enumerable.Repeat(Ana, 30)]), "--dry-run");

        Assert.Equal(10, run.Lines.Count(line => line.Contains("would be created", StringComparison.Ordinal)));
        Assert.Equal("… and more; --output FILE writes them all.", run.Lines[11]);
        Assert.Contains("Would be created  30\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task Its_files_hold_the_rows_and_no_key_that_another_credential_would_not_make()
    {
        Variables.Clear();

        await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--dry-run", "--output", PathOf("out.csv"), "--rejects", PathOf("rejects.csv"));

        Assert.StartsWith("1,Valid,OnePay,,,Ana,", LinesOf("out.csv")[1], StringComparison.Ordinal);
        Assert.StartsWith("2,Failed,OnePay,,,Luis,", LinesOf("out.csv")[2], StringComparison.Ordinal);
        Assert.StartsWith(BadEmail + ",CustomerInvalid,", LinesOf("rejects.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_a_credential_that_the_import_would_refuse()
    {
        Variables["ONEPAY_API_KEY"] = "pk_test_public";

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--dry-run");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: This is a public key (pk_…)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_it_says_how_many_rows_are_sound()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--dry-run", "--json");

        var json = JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.True((bool)json["dryRun"]!);
        Assert.Equal(1, (int)json["valid"]!);
        Assert.Equal(1, (int)json["failed"]!);
    }
}
