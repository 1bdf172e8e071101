using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Control;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>
/// The providers on the loopback interface, in memory. They are written from the contracts and share no code with the engine. They
/// are strict where a contract is clear, configurable where it is not, and play faults on request.
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
        var certificate = options.CertificatePath is { } path ? ServerCertificate.Create(path, TimeProvider.System) : null;
        _server = new EmulatorServer(options.Port, options.SilentPort, certificate, _stopping.Token);
        _faults = new FaultPlan(_options);
        Store = new EmulatorStore(_options, [.. providers.Select(definition => definition.Start(_options, () => Address))]);
    }

    /// <summary>The number of connections that clients opened since the start.</summary>
    public int ConnectionCount => _server.Connections;

    /// <summary><c>http://127.0.0.1:PORT/</c>, or https, the root of all providers and of the control API <c>/_emulator</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address that accepts connections and never responds, see <see cref="EmulatorOptions.SilentPort"/>.</summary>
    public Uri? SilentAddress { get; private set; }

    /// <summary>The token for the control API, different at every start. It is sent in the header <c>X-Emulator-Token</c> or as <c>?token=</c>.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The providers' customers and the requests that they received.</summary>
    public EmulatorStore Store { get; }

    /// <summary>The current options.</summary>
    public EmulatorOptions Options => _options.Current;

    /// <summary>The current fault rules, and how often each was played.</summary>
    public IReadOnlyList<FaultStatus> Faults => _faults.Status();

    /// <summary>Starts an emulator. When the task completes, it accepts requests.</summary>
    /// <param name="options">The options; null for the defaults: a free port, and every credential accepted.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
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

    /// <summary>The base address of a provider to give to a client, such as <c>http://127.0.0.1:PORT/onepay/v1</c>.</summary>
    public Uri BaseUriOf(EmulatedProvider provider) => new(Address, provider.Name + Store.Of(provider).Definition.BasePath);

    /// <summary>Changes options, starting with the next request. Port and clock cannot be changed.</summary>
    /// <exception cref="ArgumentException">An option is out of range. Nothing is changed.</exception>
    public EmulatorOptions Configure(Func<EmulatorOptions, EmulatorOptions> change) => _options.Update(change);

    /// <summary>Replaces the fault rules. Counting starts again.</summary>
    /// <exception cref="ArgumentException">A rule is out of range. Nothing is changed.</exception>
    public void SetFaults(params IReadOnlyList<FaultRule> rules) => _faults.Replace(rules);

    /// <summary>Plays a fault: its rules replace the current rules, and its options change the current options.</summary>
    public void Play(EmulatorFault fault)
    {
        SetFaults(fault.Rules);
        if (fault.Options is { } options)
            Configure(current => current.Patch(options));
    }

    /// <summary>Completes when the emulator has stopped (<c>POST /_emulator/shutdown</c>, or disposed) or the token is cancelled.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(_stopped.Task, Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));

    /// <summary>Stops listening and releases all resources.</summary>
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
