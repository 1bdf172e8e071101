using System.CommandLine;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers emulator</c>.</summary>
internal sealed class EmulatorCommand : Command
{
    private readonly CliHost _host;

    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1; 0 for a free one.", HelpName = "N", CustomParser = OptionParsers.Number };

    private readonly Option<int> _silentPort = new("--silent-port")
    {
        Description = "A second port that takes connections and says nothing, for https too; 0 for a free one.",
        HelpName = "N",
        CustomParser = OptionParsers.Number,
    };

    private readonly Option<int> _latency = new("--latency-ms") { Description = "How long every request takes the provider.", HelpName = "N", CustomParser = OptionParsers.Number };

    private readonly Option<bool> _noRequestLog = new("--no-request-log") { Description = "Do not keep requests: memory does not grow with them." };

    private readonly Option<string?> _options = new("--options")
    {
        Description = "How the providers behave, as GET /_emulator/options shows it; any part of it. See docs/emulator.md.",
        HelpName = "JSON",
    };

    private readonly Option<string?> _faults = new("--faults") { Description = "The faults to play, as PUT /_emulator/faults takes them. See docs/emulator.md.", HelpName = "JSON" };

    public EmulatorCommand(CliHost host)
        : base("emulator", "Run the providers on this machine. Prints its addresses and the token of its control as one JSON line, and runs until Ctrl+C, SIGTERM or POST /_emulator/shutdown.")
    {
        _host = host;
        foreach (var option in new Option[] { _port, _silentPort, _latency, _noRequestLog, _options, _faults })
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        await using var emulator = await StartAsync(result, cancellation);
        await _host.Out.WriteLineAsync(Describe(emulator).ToJsonString());
        await _host.Out.FlushAsync(CancellationToken.None);
        await emulator.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    private static JsonObject Describe(ProviderEmulator emulator)
    {
        var started = new JsonObject
        {
            ["address"] = emulator.Address.AbsoluteUri,
            ["providers"] = new JsonObject(EmulatedProvider.All.Select(provider =>
                KeyValuePair.Create<string, JsonNode?>(provider.Name, emulator.BaseUriOf(provider).AbsoluteUri))),
            ["token"] = emulator.Token,
            ["pid"] = Environment.ProcessId,
        };
        if (emulator.SilentAddress is { } silent)
            started["silent"] = silent.AbsoluteUri;
        return started;
    }

    private async Task<ProviderEmulator> StartAsync(ParseResult result, CancellationToken cancellation)
    {
        try
        {
            var options = new EmulatorOptions
            {
                Port = result.GetValue(_port),
                SilentPort = result.GetResult(_silentPort) is null ? null : result.GetValue(_silentPort),
                LatencyMs = result.GetValue(_latency),
                RecordRequests = !result.GetValue(_noRequestLog),
            };
            if (result.GetValue(_options) is { } json)
                options = options.Patch(json);
            if (result.GetValue(_faults) is { } faults)
                options = options with { Faults = FaultRule.ParseList(faults) };
            return await ProviderEmulator.StartAsync(options, cancellation);
        }
        catch (ArgumentException e)
        {
            throw new CliException(e.Message, "See 'payment-customers emulator --help'.");
        }
        catch (IOException e)
        {
            throw new CliException(e.Message, "Give another --port, or none for a free one.");
        }
    }
}
