using PaymentCustomers.Emulator.Seeding;
using PaymentCustomers.Emulator.Store;

namespace PaymentCustomers.Emulator;

/// <summary>What the emulated providers have and were asked: the truth a test compares its client with.</summary>
public sealed class EmulatorStore
{
    private readonly LiveOptions _options;
    private readonly Seeder _seeder;

    internal EmulatorStore(LiveOptions options)
    {
        _options = options;
        _seeder = new Seeder(Dots, OnePay);
        Later = new DelayedWork(options.Time);
    }

    /// <summary>All Dots customers, of every account, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<DotsFields>> DotsCustomers => Dots.Snapshot();

    /// <summary>All OnePay customers, of every key, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<OnePayFields>> OnePayCustomers => OnePay.Snapshot();

    /// <summary>The number of Dots customers.</summary>
    public int DotsCount => Dots.Count;

    /// <summary>The number of OnePay customers.</summary>
    public int OnePayCount => OnePay.Count;

    /// <summary>Provider requests in order of arrival, as long as <see cref="EmulatorOptions.RecordRequests"/> is on.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Log.Snapshot();

    /// <summary>How many provider requests came since the last clear, recorded or not.</summary>
    public long RequestCount => Log.Count;

    /// <summary>Creates answered by nobody and still to be stored (<see cref="FaultKind.DelayedStore"/>).</summary>
    public int PendingStores => Later.Pending;

    internal DotsBook Dots { get; } = new();

    internal OnePayBook OnePay { get; } = new();

    internal RequestLog Log { get; } = new();

    internal DelayedWork Later { get; }

    /// <summary>Forgets customers, requests, idempotency keys and stores still pending. Options and faults stay.</summary>
    public void Clear() => Later.Forget(() =>
    {
        Dots.Clear();
        OnePay.Clear();
        Log.Clear();
        _seeder.Clear();
    });

    /// <summary>Stores plausible customers, the same ones for the same seed and the same number stored before.</summary>
    /// <returns>The ordinal of the account they belong to.</returns>
    public int Seed(SeedRequest request) => _seeder.Store(request, request.Seed ?? _options.Current.Seed);
}
