using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class ImportTests : CommandLineTest
{
    [Fact]
    public async Task Each_row_is_sent_as_one_request_in_the_order_of_the_file()
    {
        var run = await ImportLinesAsync(Header, Ana, Luis);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                AnaBody,
                """{"first_name":"Luis","last_name":"Rey","email":"luis@example.com","phone":"+573001234568","user_type":"natural","document_type":"CC","document_number":"1060500334","enable_notifications":false}""",
            ],
            Bodies);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        Assert.All(Emulator.Store.Requests, request => Assert.Equal($"Bearer {Key}", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Without_a_terminal_the_report_of_an_import_is_plain_lines()
    {
        var run = await ImportLinesAsync(Header, Ana, BadEmail);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Importing in.csv: 2 rows to OnePay Sandbox (EMULATOR).
            row 3  CustomerInvalid  Email 'n***' is not an e-mail address.
            What to do about CustomerInvalid: Nothing was sent for this row. Correct the row and send it again.
            Created           1
            Existing          0
            Duplicate         0
            Failed            1
            Unknown           0
            Not sent          0
            Seconds           0.0
            Rows/s            0
            Rows without a customer, to correct and import again: in.rejects.csv
            Rows with a customer: in.created.csv
            Journal, to continue the run: 1.journal

            """,
            run.Output);
    }

    [Fact]
    public async Task Dots_receives_its_own_fields_and_the_key_in_the_metadata()
    {
        var path = Save("in.csv", "first_name,last_name,email,phone,idempotency_key", "Grace,Hopper,grace@example.com,+12025550143,key-1");

        var run = await RunAsync("import", path, "--provider", "dots", "--base-uri", Emulator.Address.AbsoluteUri, "--app-id", "app-7");

        Assert.Equal(0, run.ExitCode);
        var request = Assert.Single(Emulator.Store.Requests);
        Assert.Equal(
            """{"first_name":"Grace","last_name":"Hopper","email":"grace@example.com","phone_number":"2025550143","country_code":"1","metadata":{"payment_customers_key":"key-1"}}""",
            request.Body);
        Assert.Equal("app-7", request.Headers["Api-App-Id"]);
        Assert.Equal("Basic Y2xpZW50OmRvdHMta2V5", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_same_file_always_has_the_same_keys_and_creates_no_customer_twice()
    {
        await ImportLinesAsync(Header, Ana);
        var run = await ImportLinesAsync(Header, Ana);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Emulator.Store.RequestCount);
        Assert.Equal(1, Emulator.Store.OnePayCount);
        Assert.Single(Emulator.Store.Requests.Select(request => request.Headers["x-idempotency"]).Distinct());
    }

    [Fact]
    public async Task A_named_account_keeps_its_keys_when_the_secret_changes()
    {
        var path = Save("in.csv", Header, Ana);
        await ImportAsync(path, "--account", "main");
        Variables["ONEPAY_API_KEY"] = "sk_test_rotated";
        await ImportAsync(path, "--account", "main");
        await ImportAsync(path);

        var keys = Emulator.Store.Requests.Select(request => request.Headers["x-idempotency"]).ToArray();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("yes", "true")]
    [InlineData("SÍ", "true")]
    [InlineData("1", "true")]
    [InlineData("No", "false")]
    [InlineData("0", "false")]
    public async Task One_option_decides_whether_all_customers_are_notified(string notify, string sent)
    {
        var path = Save("in.csv", Header, Ana, Luis.Replace("false", "true", StringComparison.Ordinal), Eva.Replace("false", "", StringComparison.Ordinal));

        await ImportAsync(path, "--enable-notifications", notify);

        Assert.Equal(3, Emulator.Store.OnePayCount);
        Assert.All(Bodies, body => Assert.EndsWith($"\"enable_notifications\":{sent}}}", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_of_fields_that_the_provider_does_not_have_are_left_out_with_one_warning()
    {
        var path = Save("in.csv", Header + ",Ciudad,state,metadata.plan,Municipio,Notas,Zip", Ana + ",Cali,Valle,gold,Cali,x,", Luis + ",Bogotá,,,,,");

        var run = await ImportAsync(path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "Warning: These columns are ignored, because OnePay does not have their fields: 'Ciudad' (City), 'state' (State), 'metadata.plan' (Metadata), 'Municipio' (City). "
            + "These columns are not used, because they are not customer fields: 'Notas'.\n",
            run.Errors);
        Assert.Equal(AnaBody, Bodies.First());
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData("57")]
    [InlineData("+57")]
    [InlineData("co")]
    public async Task A_calling_code_can_be_given_for_all_rows(string code)
    {
        var path = Save("in.csv", Header, Ana.Replace("+573001234567", "300 123 4567", StringComparison.Ordinal), Luis);

        var run = await ImportAsync(path, "--country-code", code);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(AnaBody, Bodies.First());
    }

    [Fact]
    public async Task An_invalid_calling_code_is_refused_before_anything_is_sent()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--country-code", "999");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: --country-code: '999' is not a calling code such as 57 or an ISO 3166-1 country such as CO.\n", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Bodies);
    }

    [Fact]
    public async Task An_option_for_a_field_that_the_provider_does_not_have_is_one_error_before_any_row_is_sent()
    {
        var path = Save("in.csv", "first_name,last_name", "Ana,Ruiz", "Luis,Rey");
        string[] toDots = ["import", path, "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri, "--enable-notifications", "false"];

        var refused = await RunAsync(toDots);
        var leftOut = await RunAsync([.. toDots, "--ignore-unsupported-field"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("Error: --enable-notifications: Dots does not have this field.\n", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, leftOut.ExitCode);
        Assert.Equal("Warning: Dots does not have these fields, so they were ignored: EnableNotifications.\n", leftOut.Errors);
        Assert.Equal(2, Emulator.Store.DotsCount);
    }

    [Fact]
    public async Task One_warning_names_all_columns_that_are_not_used()
    {
        var run = await ImportLinesAsync(Header + ",Notes,,Branch office", Ana + ",hello,,x");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Warning: These columns are not used, because they are not customer fields: 'Notes', (no name), 'Branch office'.\n", run.Errors);
    }

    [Fact]
    public async Task A_demonstration_needs_no_credential_and_no_network()
    {
        Variables.Clear();

        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--emulator");

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Importing in.csv: 1 row to OnePay Sandbox (the emulator).", run.Lines[0]);
        Assert.Equal("Created           1", run.Lines[1]);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_demonstration_keeps_no_journal_because_its_customers_are_not_kept()
    {
        string[] args = ["import", Save("in.csv", Header, Ana, Luis), "--provider", "OnePay", "--emulator"];

        var first = await RunAsync(args);
        var again = await RunAsync(args);

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Assert.Contains("Created           2\n", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ournal", first.Output + again.Output, StringComparison.Ordinal);
        Assert.Equal(["in.created.csv", "in.csv"], FileNames());
    }

    [Fact]
    public async Task The_report_of_a_demonstration_with_failed_rows_names_no_journal()
    {
        string[] args = ["import", Save("in.csv", Header, Ana, BadEmail), "--provider", "OnePay", "--emulator"];

        var run = await RunAsync(args);
        var json = await RunAsync([.. args, "--json"]);

        Assert.Equal((1, 1), (run.ExitCode, json.ExitCode));
        Assert.DoesNotContain("ournal", run.Output + json.Output.Replace("fromJournal", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["in.created.csv", "in.csv", "in.rejects.csv"], FileNames());
    }

    [Fact]
    public async Task A_demonstration_keeps_a_journal_if_one_is_specified()
    {
        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--emulator", "--journal", PathOf("demo.journal"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("demo.journal", FileNames());
    }

    [Theory]
    [InlineData("OnePay")]
    [InlineData("Dots")]
    public async Task A_demonstration_runs_for_each_provider_and_environment(string provider)
    {
        Variables.Clear();
        var path = provider == "Dots" ? Save("in.csv", "first_name,last_name", "Ana,Peña") : Save("in.csv", Header, Ana);

        var run = await RunAsync("import", path, "--provider", provider, "--emulator", "--environment", "PRODUCTION");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"Importing in.csv: 1 row to {provider} Production (the emulator).", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_the_provider_refuses_does_not_stop_the_others()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 422, Contains = "luis@example.com" });

        var run = await ImportLinesAsync(Header, Ana, Luis, Eva);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 3  ProviderRejected  OnePay answered 422", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }
}
