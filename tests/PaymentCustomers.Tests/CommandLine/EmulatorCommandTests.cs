using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class EmulatorCommandTests : CommandLineTest
{
    [Fact]
    public async Task It_prints_its_addresses_on_one_line_and_runs_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new FirstLine();
        var running = PaymentCustomers.Cli.CommandLine.RunAsync(["emulator"], Host(output, TextWriter.Null), stop.Token);

        var addresses = JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!;
        var address = (string)addresses["address"]!;
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", address);
        Assert.Equal(address + "dots/api", (string)addresses["providers"]!["dots"]!);
        Assert.Equal(address + "onepay/v1", (string)addresses["providers"]!["onepay"]!);
        Assert.Equal(address + "stripe/v1", (string)addresses["providers"]!["stripe"]!);
        Assert.Equal(Environment.ProcessId, (int)addresses["pid"]!);
        Assert.Matches("^[0-9a-f]{32}$", (string)addresses["token"]!);
        Assert.Null(addresses["silent"]);
        var import = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--base-uri", address + "onepay/v1");
        Assert.Equal(0, import.ExitCode);
        Assert.False(running.IsCompleted);

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task It_ends_when_it_is_asked_to_over_http()
    {
        using var output = new FirstLine();
        var running = PaymentCustomers.Cli.CommandLine.RunAsync(
            ["emulator", "--no-request-log", "--latency-ms", "1", "--silent-port", "0", "--options", """{"onePayCreateStatus":200}"""], Host(output, TextWriter.Null), Cancelled);
        var started = JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!;
        using var http = new HttpClient { BaseAddress = new Uri((string)started["address"]!) };
        Assert.Matches(@"^https://127\.0\.0\.1:\d+/$", (string)started["silent"]!);
        http.DefaultRequestHeaders.Add("X-Emulator-Token", (string)started["token"]!);

        var options = JsonNode.Parse(await http.GetStringAsync(new Uri("_emulator/options", UriKind.Relative), Cancelled))!;
        Assert.Equal(200, (int)options["onePayCreateStatus"]!);
        Assert.Equal(1, (int)options["latencyMs"]!);
        Assert.False((bool)options["recordRequests"]!);
        using var answer = await http.PostAsync(new Uri("_emulator/shutdown", UriKind.Relative), null, Cancelled);

        Assert.Equal(0, await running.WaitAsync(Cancelled));
    }

    [Fact]
    public async Task It_plays_the_faults_that_it_is_given()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var output = new FirstLine();
        var running = PaymentCustomers.Cli.CommandLine.RunAsync(["emulator", "--faults", """[{"kind":"status","code":422}]"""], Host(output, TextWriter.Null), stop.Token);
        var address = (string)JsonNode.Parse(await output.Line.WaitAsync(Cancelled))!["address"]!;

        var import = await RunAsync("import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--base-uri", address);

        Assert.Contains("OnePay answered 422", import.Output, StringComparison.Ordinal);
        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData("port must be 0 to 65535.", "--port", "70000")]
    [InlineData("silentPort must be 0 to 65535.", "--silent-port", "-1")]
    [InlineData("latencyMs must not be negative.", "--latency-ms", "-1")]
    [InlineData("Unknown option: nope.", "--options", """{"nope":1}""")]
    [InlineData("faults: ", "--faults", "[")]
    public async Task Options_that_make_no_sense_are_refused(string message, params string[] args)
    {
        var run = await RunAsync(["emulator", .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: {message}", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        var run = await RunAsync("emulator", "--port", Emulator.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("\n  Give another --port, or none for a free one.\n", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Output whose first line can be waited for.</summary>
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
