using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class DryRunTests : CommandLineTest
{
    [Fact]
    public async Task A_dry_run_opens_no_connection_and_needs_no_credential()
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
            Checked in.csv for OnePay Sandbox; nothing was sent.
            Columns:
              user_type -> CustomerType
              first_name -> FirstName
              last_name -> LastName
              email -> Email
              phone -> Phone
              document_type -> DocumentType
              document_number -> DocumentNumber
              enable_notifications -> EnableNotifications
            Problems:
              Email is not an e-mail address: 1 row (3)
            Rows              2
            Can be sent       1
            Cannot be sent    1
            Duplicates        0
            Doubtful          0
            Notified          0

            """,
            run.Output);
    }

    [Fact]
    public async Task A_dry_run_warns_once_of_extensions_and_refuses_invalid_numbers_unless_only_their_length_is_checked()
    {
        var file = Save("in.csv", Header, Ana.Replace("+573001234567", "+57 601 234 5678 x1", StringComparison.Ordinal), Luis.Replace("+573001234568", "+579991234567", StringComparison.Ordinal));

        var strict = await ImportAsync(file, "--dry-run");
        var lenient = await ImportAsync(file, "--dry-run", "--phone-check", "possible");

        Assert.Equal("Warning: Phone had an extension, which was removed: the provider does not accept extensions (row 2).\n", strict.Errors);
        Assert.Contains("  Phone is not a valid number for the calling code 57.", strict.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0), (strict.ExitCode, lenient.ExitCode));
    }

    [Fact]
    public async Task A_dry_run_does_not_start_the_emulator()
    {
        Variables.Clear();

        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--dry-run", "--emulator");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Checked in.csv for OnePay Sandbox; nothing was sent.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_how_each_column_is_used_and_groups_problems_by_kind()
    {
        string[] rows =
        [
            Header.Replace("email", "Correo electrónico", StringComparison.Ordinal) + ",Emial,Notes,metadata.plan",
            .. Enumerable.Repeat(BadEmail + ",,x,", 12), Ana + ",,,", Ana + ",,,", Luis.Replace("false", "", StringComparison.Ordinal) + ",,,", Eva.Replace(",Gil,", ",,", StringComparison.Ordinal) + ",,,",
        ];

        var run = await ImportAsync(Save("in.csv", rows), "--dry-run", "--rate", "1");

        Assert.Equal(
            """
            Columns:
              user_type -> CustomerType
              first_name -> FirstName
              last_name -> LastName
              Correo electrónico -> Email
              phone -> Phone
              document_type -> DocumentType
              document_number -> DocumentNumber
              enable_notifications -> EnableNotifications
              Emial -> not used
              Notes -> not used
              metadata.plan -> not used
            Problems:
              Email is not an e-mail address (column 'Correo electrónico'): 12 rows (2, 3, 4, 5, 6, …)
              LastName is missing: OnePay requires it: 1 row (17)
            Rows              16
            Can be sent       3
            Cannot be sent    13
            Duplicates        1
            Doubtful          0
            Notified          1
            Minimum time      00:00:03
            """,
            string.Join('\n', run.Lines.Skip(1)));
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_dry_run_proposes_fields_for_similar_column_names()
    {
        var run = await ImportAsync(Save("in.csv", Header.Replace("email", "emial", StringComparison.Ordinal), Ana), "--dry-run");

        Assert.Contains("  emial -> not used; did you mean Email?\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_no_file()
    {
        await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--dry-run", "--output", PathOf("out.csv"), "--rejects", PathOf("rejects.csv"));

        Assert.Equal(["in.csv"], Directory.GetFiles(PathOf(".")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_dry_run_refuses_a_credential_that_the_import_would_refuse()
    {
        Variables["ONEPAY_API_KEY"] = "pk_test_public";

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--dry-run");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: This is a public key (pk_…)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_reports_the_number_of_valid_rows_as_JSON()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--dry-run", "--json");

        var json = JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.True((bool)json["dryRun"]!);
        Assert.Equal(1, (int)json["valid"]!);
        Assert.Equal(1, (int)json["failed"]!);
    }
}
