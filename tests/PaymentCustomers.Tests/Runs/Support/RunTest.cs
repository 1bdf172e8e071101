using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>A clock, servers that end with the test, and a folder for journals.</summary>
public abstract class RunTest : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-customers-");

    /// <summary>The time after which a test that makes no progress fails. A passing test never needs it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected static RunOptions OneByOne { get; } = new() { ThrottleLimit = 1 };

    protected TestClock Clock { get; } = new();

    protected string JournalPath => Path.Combine(_folder.FullName, "journal.jsonl");

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for a condition that another process brings about without a notification.</summary>
    protected static async Task UntilAsync(Func<bool> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It was waited for in vain.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
        }
    }

    /// <summary>Ends every wait of a run at once: before a retry, for a Retry-After, for a settling time; but no timeout of a
    /// request.</summary>
    protected void SkipWaits() => Clock.SkipUpTo = TimeSpan.FromMinutes(5);

    protected ScriptedServer Serve(Func<ScriptedRequest, Answer> script) =>
        Serve(request => Task.FromResult(script(request)));

    protected ScriptedServer Serve(Func<ScriptedRequest, Task<Answer>> script)
    {
        var server = new ScriptedServer(script);
        _servers.Add(server);
        return server;
    }

    /// <summary>Disposes of a server at the end of the test.</summary>
    protected void Own(IAsyncDisposable server) => _servers.Add(server);

    protected async Task<ProviderEmulator> EmulateAsync(EmulatorOptions? options = null, params FaultRule[] faults)
    {
        var emulator = await ProviderEmulator.StartAsync((options ?? new EmulatorOptions()) with { TimeProvider = Clock, Faults = faults }, Cancel);
        _servers.Add(emulator);
        return emulator;
    }

    private protected Target Dots(ScriptedServer server, TimeSpan? timeout = null) => Target.Dots(server.Address, Clock, timeout);

    private protected Target Dots(ProviderEmulator emulator, TimeSpan? timeout = null) => Target.Dots(emulator.Address, Clock, timeout);

    private protected Target OnePay(ScriptedServer server, TimeSpan? timeout = null) => Target.OnePay(server.Address, Clock, timeout);

    private protected Target OnePay(ProviderEmulator emulator, TimeSpan? timeout = null) => Target.OnePay(emulator.Address, Clock, timeout);

    protected static int Count(ProviderEmulator emulator, EmulatedOperation operation) =>
        emulator.Store.Requests.Count(request => request.Operation == operation);
}
