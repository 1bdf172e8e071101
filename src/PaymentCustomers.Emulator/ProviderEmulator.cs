using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Control;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>
/// The providers on loopback, in memory. Written from their contracts alone and sharing no code with the engine: strict
/// where a contract documents, switchable where it does not, with faults on demand.
/// </summary>
public sealed partial class ProviderEmulator : IAsyncDisposable
{
    private readonly LiveOptions _options;
    private readonly EmulatorServer _server;
    private readonly FaultPlan _faults;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stops;

    private ProviderEmulator(EmulatorOptions options, IReadOnlyList<IProviderDefinition> providers)
    {
        OptionsJson.Check(options);
        _options = new LiveOptions(options);
        _server = new EmulatorServer(options.Port, options.SilentPort, _stopping.Token);
        _faults = new FaultPlan(_options);
        Store = new EmulatorStore(_options, [.. providers.Select(definition => definition.Start(_options, () => Address))]);
    }

    /// <summary><c>http://127.0.0.1:PORT/</c>, the root of all providers and of the control, <c>/_emulator</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where connections are taken and nothing is ever said: <see cref="EmulatorOptions.SilentPort"/>.</summary>
    public Uri? SilentAddress { get; private set; }

    /// <summary>What the control wants to see, another at every start: in the header <c>X-Emulator-Token</c>, or as <c>?token=</c>.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What the providers have and were asked.</summary>
    public EmulatorStore Store { get; }

    /// <summary>The options in force.</summary>
    public EmulatorOptions Options => _options.Current;

    /// <summary>The fault rules in force and how often each was played.</summary>
    public IReadOnlyList<FaultStatus> Faults => _faults.Status();

    /// <summary>Starts an emulator; it is ready when the task completes.</summary>
    /// <param name="options">Null for the defaults: a free port, every credential welcome.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<ProviderEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new EmulatorOptions(), ProviderList.All, cancellationToken);

    internal static async Task<ProviderEmulator> StartAsync(
        EmulatorOptions options, IReadOnlyList<IProviderDefinition> providers, CancellationToken cancellationToken)
    {
        var emulator = new ProviderEmulator(options, providers);
        try
        {
            await emulator._server.StartAsync(emulator.Application(), cancellationToken);
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }

        emulator.Address = emulator._server.Address;
        emulator.SilentAddress = emulator._server.SilentAddress;
        return emulator;
    }

    /// <summary>A provider's base address, as <c>http://127.0.0.1:PORT/onepay/v1</c>: what to give a client.</summary>
    public Uri BaseUriOf(EmulatedProvider provider) => new(Address, provider.Name + Store.Of(provider).Definition.BasePath);

    /// <summary>Changes options from the next request on. Port and clock stay as they were at start.</summary>
    /// <exception cref="ArgumentException">An option is out of range; nothing is changed.</exception>
    public EmulatorOptions Configure(Func<EmulatorOptions, EmulatorOptions> change) => _options.Update(change);

    /// <summary>Replaces the fault rules; their counts begin anew.</summary>
    /// <exception cref="ArgumentException">A rule is out of range; nothing is changed.</exception>
    public void SetFaults(params IReadOnlyList<FaultRule> rules) => _faults.Replace(rules);

    /// <summary>Plays a fault by its rules, in the place of those in force, and its options, with the others as they are.</summary>
    public void Play(EmulatorFault fault)
    {
        SetFaults(fault.Rules);
        if (fault.Options is { } options)
            Configure(current => current.Patch(options));
    }

    /// <summary>Completes when the emulator has stopped (<c>POST /_emulator/shutdown</c>, dispose) or the token is cancelled.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(_stopped.Task, Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));

    /// <summary>Stops listening and lets go of everything held.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _stopped.Task;
    }

    private RequestDelegate Application()
    {
        var control = new ControlApi(this, _options, _faults, stop: () => _ = StopAsync());
        var pipeline = new ProviderPipeline(
            Store,
            _options,
            _faults,
            new ProviderRouter(Store.Providers),
            _stopping.Token);
        return context =>
        {
            if (RequestGuard.Check(context.Request) is { } refusal)
                return ControlApi.RefuseAsync(context, refusal);
            return context.Request.Path.StartsWithSegments("/_emulator", out var rest)
                ? control.HandleAsync(context, rest.Value ?? "")
                : pipeline.HandleAsync(context);
        };
    }

    private async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stops, 1) != 0)
            return;
        try
        {
            await _stopping.CancelAsync();
            Store.Later.Dispose();
            await _server.StopAsync();
            _server.Dispose();
            _stopping.Dispose();
        }
        finally
        {
            _stopped.TrySetResult();
        }
    }
}
