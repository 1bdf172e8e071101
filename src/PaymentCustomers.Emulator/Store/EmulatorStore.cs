using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;
using PaymentCustomers.Emulator.Store;

namespace PaymentCustomers.Emulator;

/// <summary>The customers of the emulated providers and the requests that they received. Tests compare their client's results with it.</summary>
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

    /// <summary>Provider requests in order of arrival, if <see cref="EmulatorOptions.RecordRequests"/> is on.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Log.Snapshot();

    /// <summary>The number of provider requests since the store was last cleared, recorded or not.</summary>
    public long RequestCount => Log.Count;

    /// <summary>The number of creates without a response that are still to be stored (<see cref="FaultKind.DelayedStore"/>).</summary>
    public int PendingStores => Later.Pending;

    internal IReadOnlyList<IProviderApi> Providers { get; }

    internal RequestLog Log { get; } = new();

    internal DelayedWork Later { get; }

    /// <summary>The number of customers of a provider.</summary>
    public int CountOf(EmulatedProvider provider) => Of(provider).Count;

    /// <summary>Removes customers, requests, idempotency keys and pending stores. Options and faults are kept.</summary>
    public void Clear() => Later.Forget(() =>
    {
        foreach (var provider in Providers)
            provider.Clear();
        Log.Clear();
        _seeder.Clear();
    });

    /// <summary>Stores realistic customers. The same seed and the same number of seeded customers before give the same customers.</summary>
    /// <returns>The ordinal of the account they belong to.</returns>
    public int Seed(SeedRequest request) => _seeder.Store(Of(request.Provider), request, request.Seed ?? _options.Current.Seed);

    internal IProviderApi Of(EmulatedProvider provider) => Providers.First(api => api.Definition.Provider == provider);

    private TApi Of<TApi>()
        where TApi : IProviderApi => Providers.OfType<TApi>().First();
}
