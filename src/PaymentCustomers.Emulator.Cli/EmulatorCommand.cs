using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator.Cli;

/// <summary>The only command of the program. It runs the emulator until it is stopped.</summary>
internal sealed class EmulatorCommand : RootCommand
{
    public const string EndWithInput = "--end-with-input";

    private readonly TextReader _input;
    private readonly TextWriter _output;

    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1. The default, 0, uses a free port.", HelpName = "N", CustomParser = Number };

    private readonly Option<int> _silentPort = new("--silent-port")
    {
        Description = "A second port that accepts connections but never answers, also for https. 0 uses a free port.",
        HelpName = "N",
        CustomParser = Number,
    };

    private readonly Option<string?> _https = new("--https")
    {
        Description = "Serve https, with HTTP/2 and HTTP/1.1. The certificate is new at every start and is written to this file, as PEM. A client on Linux trusts it if SSL_CERT_FILE names the file.",
        HelpName = "FILE",
    };

    private readonly Option<int> _latency = new("--latency-ms") { Description = "The time in milliseconds that the provider needs for each request.", HelpName = "N", CustomParser = Number };

    private readonly Option<bool> _noRequestLog = new("--no-request-log") { Description = "Do not keep the requests, so that they use no memory." };

    private readonly Option<string?> _options = new("--options")
    {
        Description = "The behaviour of the providers, in the form of GET /_emulator/options. You can specify only some of the options. See docs/emulator.md.",
        HelpName = "JSON",
    };

    private readonly Option<string[]> _fault = new("--fault")
    {
        Description = "The name of a fault in docs/emulator.md. It affects every request that it applies to. You can use this option several times.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _faults = new("--faults") { Description = "The faults to use, in the form of PUT /_emulator/faults. See docs/emulator.md.", HelpName = "JSON" };

    private readonly Option<bool> _endsWithInput = new(EndWithInput)
    {
        Description = "End when standard input ends, for example because the program that started the emulator has ended.",
    };

    public EmulatorCommand(TextReader input, TextWriter output)
        : base("Emulates the payment providers on this computer, in memory. Prints its addresses and its control token as one line of JSON, and runs until Ctrl+C, SIGTERM or POST /_emulator/shutdown.")
    {
        _input = input;
        _output = output;
        foreach (var option in new Option[] { _port, _silentPort, _https, _latency, _noRequestLog, _options, _fault, _faults, _endsWithInput })
            Add(option);
        SetAction(RunAsync);
    }

    private static int Number(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"{result.Argument.Name}: '{result.Tokens[0].Value}' is not a whole number.");
        return default;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        await using var emulator = await ProviderEmulator.StartAsync(OptionsOf(result), cancellation);
        await _output.WriteLineAsync(Describe(emulator).ToJsonString());
        await _output.FlushAsync(CancellationToken.None);
        var stopped = emulator.WaitForShutdownAsync(cancellation);
        // The pipe stays empty and closes when the program at its other end ends, for whatever reason.
        await (result.GetValue(_endsWithInput) ? Task.WhenAny(stopped, Task.Run(_input.ReadToEnd, CancellationToken.None)) : stopped);
        return 0;
    }

    private EmulatorOptions OptionsOf(ParseResult result)
    {
        var options = new EmulatorOptions
        {
            Port = result.GetValue(_port),
            SilentPort = result.GetResult(_silentPort) is null ? null : result.GetValue(_silentPort),
            CertificatePath = result.GetValue(_https),
            LatencyMs = result.GetValue(_latency),
            RecordRequests = !result.GetValue(_noRequestLog),
        };
        if (result.GetValue(_options) is { } json)
            options = options.Patch(json);
        foreach (var name in result.GetValue(_fault) ?? [])
            options = EmulatedProvider.FaultsOf(name).Aggregate(options, Play);
        return result.GetValue(_faults) is { } faults ? options with { Faults = [.. FaultRule.ParseList(faults), .. options.Faults] } : options;
    }

    private static EmulatorOptions Play(EmulatorOptions options, EmulatorFault fault)
    {
        var changed = fault.Options is { } more ? options.Patch(more) : options;
        return changed with { Faults = [.. changed.Faults, .. fault.Rules] };
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
}
