using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class CredentialTests : CommandLineTest
{
    private const string Sets = "Set ONEPAY_API_KEY, or pass the credential on standard input with --credential-stdin.";

    [Fact]
    public async Task A_public_key_is_refused_before_anything_is_sent()
    {
        Variables["ONEPAY_API_KEY"] = "pk_test_browser";

        var run = await ImportLinesAsync(Header, Ana);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            $"Error: This is a public key (pk_…) for browsers. It cannot create customers. Use the secret key (sk_…).\n  {Sets}\n", run.Errors);
        Assert.Equal("", run.Output);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_live_key_is_refused_when_the_sandbox_is_requested()
    {
        Variables["ONEPAY_API_KEY"] = "sk_live_real";

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--environment", "sandbox");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"Error: The key belongs to the Production environment, but Sandbox was requested.\n  {Sets}\n", run.Errors);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task An_account_name_that_is_too_long_for_a_journal_is_refused_before_anything_is_sent()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--account", new string('a', 5000), "--journal", PathOf("run.jsonl"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "Error: The name of the account (-Account, --account) can have 100 characters at most, and no line breaks or other control characters; this one has 5000 characters.\n  See 'payment-customers import --help'.\n",
            run.Errors);
        Assert.False(File.Exists(PathOf("run.jsonl")));
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task The_error_for_a_missing_credential_names_the_variables()
    {
        Variables.Clear();

        var run = await RunAsync("import", Save("in.csv", "email", "x"), "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            """
            Error: No credential for Dots was specified, and none was found in the environment variables (DOTS_CLIENT_ID, DOTS_API_KEY).
              Set DOTS_CLIENT_ID and DOTS_API_KEY, or pass the credential on standard input with --credential-stdin.

            """,
            run.Errors);
    }

    [Theory]
    [InlineData("sk_test_piped")]
    [InlineData("  sk_test_piped \r\n")]
    [InlineData("\uFEFFsk_test_piped\n")]
    public async Task The_key_of_OnePay_is_read_from_one_line_of_standard_input(string input)
    {
        Input = input;

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--credential-stdin");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Bearer sk_test_piped", Assert.Single(Emulator.Store.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task The_credential_of_Dots_is_read_from_two_lines_of_standard_input()
    {
        Input = " emulator \n secret \n";

        var run = await RunAsync(
            "import", Save("in.csv", "first_name,last_name", "Ana,Peña"), "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri, "--credential-stdin");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Basic ZW11bGF0b3I6c2VjcmV0", Assert.Single(Emulator.Store.Requests).Headers["Authorization"]);
    }

    [Theory]
    [InlineData("OnePay", "", "one line with the API key")]
    [InlineData("OnePay", " \n", "one line with the API key")]
    [InlineData("Dots", "only-a-client\n", "two lines with the client id and the API key")]
    [InlineData("Dots", "client\n\n", "two lines with the client id and the API key")]
    public async Task An_incomplete_credential_on_standard_input_is_refused(string provider, string input, string form)
    {
        Input = input;

        var run = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", provider, "--credential-stdin");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"Error: Standard input does not contain a complete credential for {provider}.\n  Write {form}.\n", run.Errors);
    }

    [Fact]
    public async Task A_credential_typed_at_the_keyboard_is_refused()
    {
        IsKeyboard = true;

        var run = await ImportAsync(Save("in.csv", Header, Ana), "--credential-stdin");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: --credential-stdin reads from a pipe or a file", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--api-key", "sk_live_argument")]
    [InlineData("--api-key=sk_live_argument")]
    [InlineData("--credential-stdin", "sk_live_argument")]
    [InlineData("--proxy", "http://user:sk_live_argument@127.0.0.1:9")]
    [InlineData("--base-uri=https://sk_live_argument@127.0.0.1:9")]
    public async Task A_secret_given_as_an_argument_is_refused_and_not_repeated(params string[] arguments)
    {
        var path = Save("in.csv", Header, Ana);

        foreach (string[] line in new string[][] { ["import", path, "--provider", "OnePay", .. arguments], ["import", .. arguments, path, "--provider", "OnePay"] })
        {
            var run = await RunAsync(line);
            Assert.Equal(2, run.ExitCode);
            Assert.DoesNotContain("argument@", run.Output + run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("sk_live", run.Output + run.Errors, StringComparison.Ordinal);
            Assert.NotEqual("", run.Errors);
        }
    }

    [Fact]
    public async Task No_output_and_no_file_contains_the_key_even_if_the_provider_repeats_it()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 422, Body = $$"""{"message":"no {{Key}}"}""", Contains = "ana@" });

        var run = await ImportAsync(Save("in.csv", Header, Ana, Luis), "--rejects", PathOf("rejects.csv"), "--output", PathOf("out.csv"));

        Assert.Contains("no ***", run.Output, StringComparison.Ordinal);
        Assert.All(
            [run.Output, run.Errors, File.ReadAllText(PathOf("rejects.csv")), File.ReadAllText(PathOf("out.csv"))],
            text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
    }
}
