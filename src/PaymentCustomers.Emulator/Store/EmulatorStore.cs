using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;
using PaymentCustomers.Emulator.Store;

namespace PaymentCustomers.Emulator;

/// <summary>What the emulated providers have and were asked: the truth a test compares its client with.</summary>
public sealed partial class EmulatorStore
{
    private readonly LiveOptions _options;
    private readonly Seeder _seeder = new();

    internal EmulatorStore(LiveOptions options, IReadOnlyList<IProviderApi> providers)
    {
        _options = options;
        Providers = providers;
        Later = new DelayedWork(options.Time);
    }

    /// <summary>Provider requests in order of arrival, as long as <see cref="EmulatorOptions.RecordRequests"/> is on.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Log.Snapshot();

    /// <summary>How many provider requests came since the last clear, recorded or not.</summary>
    public long RequestCount => Log.Count;

    /// <summary>Creates answered by nobody and still to be stored (<see cref="FaultKind.DelayedStore"/>).</summary>
    public int PendingStores => Later.Pending;

    internal IReadOnlyList<IProviderApi> Providers { get; }

    internal RequestLog Log { get; } = new();

    internal DelayedWork Later { get; }

    /// <summary>The number of customers of a provider.</summary>
    public int CountOf(EmulatedProvider provider) => Of(provider).Count;

    /// <summary>Forgets customers, requests, idempotency keys and stores still pending. Options and faults stay.</summary>
    public void Clear() => Later.Forget(() =>
    {
        foreach (var provider in Providers)
            provider.Clear();
        Log.Clear();
        _seeder.Clear();
    });

    /// <summary>Stores plausible customers, the same ones for the same seed and the same number stored before.</summary>
    /// <returns>The ordinal of the account they belong to.</returns>
    public int Seed(SeedRequest request) => _seeder.Store(Of(request.Provider), request, request.Seed ?? _options.Current.Seed);

    internal IProviderApi Of(EmulatedProvider provider) => Providers.First(api => api.Definition.Provider == provider);

    private TApi Of<TApi>()
        where TApi : IProviderApi => Providers.OfType<TApi>().First();
}
