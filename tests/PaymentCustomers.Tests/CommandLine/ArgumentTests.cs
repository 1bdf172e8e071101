namespace PaymentCustomers.Tests.CommandLine;

public sealed class ArgumentTests : CommandLineTest
{
    [Theory]
    [InlineData("Required command was not provided.", "")]
    [InlineData("'bogus' is not an argument or option.", "", "bogus")]
    [InlineData("Option '--provider' is required.", " import", "import", "in.csv")]
    [InlineData("Required argument 'FILE' missing for command: 'import'.", " import", "import", "--provider", "OnePay")]
    [InlineData("--provider: 'Acme' is not a provider. Use one of: Dots, OnePay, Stripe.", " import", "import", "in.csv", "--provider", "Acme")]
    [InlineData("'b.csv' is not an argument or option.", " import", "import", "in.csv", "b.csv", "--provider", "OnePay")]
    [InlineData("'--verbos' is not an argument or option.", " import", "import", "in.csv", "--provider", "OnePay", "--verbos")]
    [InlineData("'--provder' is not an option of import.", " import", "import", "--provder", "OnePay", "in.csv")]
    [InlineData("--environment: 'test' is not sandbox or production.", " import", "import", "in.csv", "--provider", "OnePay", "--environment", "test")]
    [InlineData("--environment: '1' is not sandbox or production.", " import", "import", "in.csv", "--provider", "OnePay", "--environment", "1")]
    [InlineData("--base-uri: the value must be a complete address, such as https://api.example.com/v1.", " import", "import", "in.csv", "--provider", "OnePay", "--base-uri", "localhost")]
    [InlineData("--emulator and --base-uri cannot be used together.", " import", "import", "in.csv", "--provider", "OnePay", "--emulator", "--base-uri", "http://localhost")]
    [InlineData("--timeout: '0' is not a number of seconds from 1 to 86400.", " import", "import", "in.csv", "--provider", "OnePay", "--timeout", "0")]
    [InlineData("--timeout: 'soon' is not a number of seconds from 1 to 86400.", " import", "import", "in.csv", "--provider", "OnePay", "--timeout", "soon")]
    [InlineData("--maximum-time: 'soon' is not a time from one second to 24 days. Write it as 90s, 30m, 2h or 00:30:00.", " import", "import", "in.csv", "--provider", "OnePay", "--maximum-time", "soon")]
    [InlineData("--maximum-time: '0' is not a time from one second to 24 days. Write it as 90s, 30m, 2h or 00:30:00.", " import", "import", "in.csv", "--provider", "OnePay", "--maximum-time", "0")]
    [InlineData("--maximum-time: '25d' is not a time from one second to 24 days. Write it as 90s, 30m, 2h or 00:30:00.", " import", "import", "in.csv", "--provider", "OnePay", "--maximum-time", "25d")]
    [InlineData("--maximum-time: '30:00' is not a time from one second to 24 days. Write it as 90s, 30m, 2h or 00:30:00.", " import", "import", "in.csv", "--provider", "OnePay", "--maximum-time", "30:00")]
    [InlineData("--enable-notifications: 'maybe' is not true or false.", " import", "import", "in.csv", "--provider", "OnePay", "--enable-notifications", "maybe")]
    [InlineData("--delimiter: 'xy' is not a delimiter. Use one character, or the word tab.", " import", "import", "in.csv", "--provider", "OnePay", "--delimiter", "xy")]
    [InlineData("--enable-notifications: Dots does not have this field.", " import", "import", "in.csv", "--provider", "Dots", "--enable-notifications", "false")]
    [InlineData("Required argument missing for option: '--enable-notifications'.", " import", "import", "in.csv", "--provider", "OnePay", "--enable-notifications")]
    public async Task Invalid_arguments_end_with_exit_code_2_and_the_error_names_the_help(string message, string command, params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains($"Error: {message}\n", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith($"  Run 'payment-customers{command} --help' to see the arguments and options.\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", "00:01:30")]
    [InlineData("90s", "00:01:30")]
    [InlineData("30m", "00:30:00")]
    [InlineData("2H", "02:00:00")]
    [InlineData("1d", "1.00:00:00")]
    [InlineData("00:30:00", "00:30:00")]
    [InlineData("1:02:03", "01:02:03")]
    [InlineData("1.12:00:00", "1.12:00:00")]
    public async Task Each_form_of_the_maximum_time_is_accepted(string text, string time)
    {
        await using var server = new ScriptedServer(async request =>
        {
            await Task.Run(() => Clock.Advance(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
            return Answer.Customer(request.Number);
        });

        var run = await RunAsync(
            "import", Save("in.csv", Header, Ana, Luis), "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--maximum-time", text);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"The run reached its maximum time of {time}. Nothing more was sent.", run.Output, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("import", "in.csv")]
    [InlineData("list")]
    [InlineData("get", "an-id")]
    [InlineData("delete", "an-id", "--yes")]
    [InlineData("export", "--output", "out.csv")]
    public async Task The_error_for_plain_http_to_another_machine_names_the_help_of_the_command(params string[] args)
    {
        Save("in.csv", Header, Ana);
        args = [.. args.Select(argument => argument.EndsWith(".csv", StringComparison.Ordinal) ? PathOf(argument) : argument)];

        var run = await RunAsync([.. args, "--provider", "OnePay", "--base-uri", "http://api.example.com"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: The base address uses http to 'api.example.com'", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith($"\n  See 'payment-customers {args[0]} --help'.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_id_is_accepted_for_Dots_only()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--app-id", "app");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--app-id", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_not_read_as_a_file_of_arguments()
    {
        var run = await ImportAsync("@in.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: The file '@in.csv' does not exist.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples_variables_and_exit_codes()
    {
        var run = await RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Errors);
        Assert.All(
            ["import", "providers", "Examples:", "--emulator", "DOTS_CLIENT_ID, DOTS_API_KEY", "ONEPAY_API_KEY", "Exit codes:", "2  The run could not start. Nothing was sent."],
            part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--rejects <FILE>")]
    [InlineData("--credential-stdin")]
    [InlineData("--enable-notifications <true|false>")]
    [InlineData("--provider <Dots|OnePay|Stripe> (REQUIRED)")]
    [InlineData("it as an argument: other users can see the arguments of a command.")]
    public async Task The_help_of_import_contains_each_option(string part)
    {
        var run = await RunAsync("import", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    public async Task The_additional_sections_of_help_fit_in_80_columns(params string[] command)
    {
        var run = await RunAsync([.. command, "--help"]);

        var added = run.Output[(run.Output.IndexOf("--help", StringComparison.Ordinal) + 6)..].Split('\n').SkipWhile(line => !line.StartsWith("Examples:", StringComparison.Ordinal) && !line.StartsWith("The file:", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(added);
        Assert.All(added, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task The_version_is_shown()
    {
        var run = await RunAsync("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Theory]
    [InlineData("--account")]
    [InlineData("--app-id")]
    [InlineData("--base-uri")]
    [InlineData("--proxy")]
    [InlineData("--environment")]
    [InlineData("--journal")]
    [InlineData("--rejects")]
    [InlineData("--output")]
    public async Task An_option_with_an_empty_value_is_refused(string option)
    {
        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", option, "");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Errors, StringComparison.Ordinal);
    }
}
