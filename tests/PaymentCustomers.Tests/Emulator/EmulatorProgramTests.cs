using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipes;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;
using PaymentCustomers.Emulator.Cli;

namespace PaymentCustomers.Tests.Emulator;

public sealed class EmulatorProgramTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_prints_its_addresses_on_one_line_and_runs_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new FirstLine();
        var running = RunAsync(TextReader.Null, output, stop.Token);

        var addresses = JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!;
        var address = (string)addresses["address"]!;
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", address);
        Assert.Equal(address + "dots/api", (string)addresses["providers"]!["dots"]!);
        Assert.Equal(address + "onepay/v1", (string)addresses["providers"]!["onepay"]!);
        Assert.Equal(address + "stripe/v1", (string)addresses["providers"]!["stripe"]!);
        Assert.Equal(Environment.ProcessId, (int)addresses["pid"]!);
        Assert.Matches("^[0-9a-f]{32}$", (string)addresses["token"]!);
        Assert.Null(addresses["silent"]);
        Assert.False(running.IsCompleted);

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task The_program_ends_after_a_shutdown_request()
    {
        using var output = new FirstLine();
        var running = RunAsync(
            TextReader.Null, output, Cancelled, "--no-request-log", "--latency-ms", "1", "--silent-port", "0", "--options", """{"onePayCreateStatus":200}""");
        var started = JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!;
        using var http = Control(started);
        Assert.Matches(@"^https://127\.0\.0\.1:\d+/$", (string)started["silent"]!);

        var options = JsonNode.Parse(await http.GetStringAsync(new Uri("_emulator/options", UriKind.Relative), Cancelled))!;
        Assert.Equal(200, (int)options["onePayCreateStatus"]!);
        Assert.Equal(1, (int)options["latencyMs"]!);
        Assert.False((bool)options["recordRequests"]!);
        using var answer = await http.PostAsync(new Uri("_emulator/shutdown", UriKind.Relative), null, Cancelled);

        Assert.Equal(0, await running.WaitAsync(Cancelled));
    }

    [Fact]
    public async Task The_program_can_be_started_to_end_with_its_standard_input()
    {
        using var starter = new AnonymousPipeServerStream(PipeDirection.Out);
        using var input = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, starter.ClientSafePipeHandle));
        using var output = new FirstLine();
        var running = RunAsync(input, output, Cancelled, "--end-with-input");
        await output.Line.WaitAsync(Cancelled);
        Assert.False(running.IsCompleted);

        starter.Dispose();

        Assert.Equal(0, await running.WaitAsync(Cancelled));
    }

    [Fact]
    public async Task Faults_can_be_given_as_rules_and_by_name()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new FirstLine();
        var running = RunAsync(
            TextReader.Null, output, stop.Token, "--faults", """[{"kind":"status","code":422}]""", "--fault", "wrapped", "--fault", "LOWERCASEEMAIL");
        using var http = Control(JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!);

        var rules = JsonNode.Parse(await http.GetStringAsync(new Uri("_emulator/faults", UriKind.Relative), Cancelled))!.ToJsonString();
        var options = JsonNode.Parse(await http.GetStringAsync(new Uri("_emulator/options", UriKind.Relative), Cancelled))!;

        Assert.Contains("\"code\":422", rules, StringComparison.Ordinal);
        Assert.All(EmulatedProvider.All, provider => Assert.Contains($"\"provider\":\"{provider.Name}\"", rules, StringComparison.Ordinal));
        Assert.Contains("\"change\":\"wrapped\"", rules, StringComparison.Ordinal);
        Assert.True((bool)options["lowerCaseEmail"]!);
        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData("port must be 0 to 65535.", "--port", "70000")]
    [InlineData("silentPort must be 0 to 65535.", "--silent-port", "-1")]
    [InlineData("latencyMs must not be negative.", "--latency-ms", "-1")]
    [InlineData("--port: 'x' is not a whole number.", "--port", "x")]
    [InlineData("Unknown option: nope.", "--options", """{"nope":1}""")]
    [InlineData("'nope' is not a fault. Use one of: status100, ", "--fault", "nope")]
    [InlineData("faults: ", "--faults", "[")]
    public async Task Invalid_options_are_refused(string message, params string[] args)
    {
        var (exitCode, output, errors) = await RefusedAsync(args);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"Error: {message}", errors, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task The_error_for_a_port_in_use_says_what_to_do()
    {
        await using var other = await ProviderEmulator.StartAsync(cancellationToken: Cancelled);

        var (exitCode, _, errors) = await RefusedAsync("--port", other.Address.Port.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(2, exitCode);
        Assert.EndsWith("\n  Use another --port, or omit --port to use a free port.\n", errors, StringComparison.Ordinal);
    }

    private static Task<int> RunAsync(TextReader input, TextWriter output, CancellationToken cancellation, params string[] args) =>
        EmulatorProgram.RunAsync(args, input, output, TextWriter.Null, cancellation);

    private static async Task<(int ExitCode, string Output, string Errors)> RefusedAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await EmulatorProgram.RunAsync(args, TextReader.Null, output, errors, Cancelled);
        return (exitCode, output.ToString(), errors.ToString().ReplaceLineEndings("\n"));
    }

    private static HttpClient Control(JsonNode started)
    {
        var http = new HttpClient { BaseAddress = new Uri((string)started["address"]!) };
        http.DefaultRequestHeaders.Add("X-Emulator-Token", (string)started["token"]!);
        return http;
    }

    /// <summary>Output that lets a test wait for its first line.</summary>
    [SuppressMessage("Globalization", "CA1305", Justification = "It formats nothing.")]
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value!);
            return Task.CompletedTask;
        }
    }
}
