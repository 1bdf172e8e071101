using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A worker of a shared run.</summary>
/// <param name="Worker">Its id; never used again.</param>
/// <param name="State">Whether it works, has ended, or is silent for longer than its lease.</param>
/// <param name="Begun">When it began.</param>
/// <param name="Heard">When it was last heard of.</param>
/// <param name="Rows">Rows that are its own now.</param>
/// <param name="TakenOver">Rows that others took over from it.</param>
internal sealed record SharedWorker(Guid Worker, SharedWorkerState State, DateTimeOffset Begun, DateTimeOffset Heard, long Rows, long TakenOver);

/// <summary>What is known of a worker.</summary>
internal enum SharedWorkerState
{
    /// <summary>It is at work.</summary>
    Alive,

    /// <summary>It has ended by itself.</summary>
    Ended,

    /// <summary>It was not heard of for longer than its lease: its rows are taken over.</summary>
    Silent,
}

/// <summary>A key that more than one customer carries.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Key">The key.</param>
/// <param name="Ids">The customers.</param>
internal sealed record DoubledKey(long Row, string Key, IReadOnlyList<string> Ids);

/// <summary>How far a shared run is.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The account.</param>
/// <param name="Announced">How many rows its workers announced; null if nobody knew.</param>
/// <param name="Counts">How many keys are in which state.</param>
/// <param name="Workers">Its workers, the first one first.</param>
/// <param name="Doubled">The keys that more than one customer carries.</param>
internal sealed record SharedRunStatus(
    string Run,
    string Provider,
    string Environment,
    string Account,
    long? Announced,
    IReadOnlyDictionary<KeyState, long> Counts,
    IReadOnlyList<SharedWorker> Workers,
    IReadOnlyList<DoubledKey> Doubled)
{
    /// <summary>For how long nothing is sent, because the provider asked for it; null if things are sent.</summary>
    public TimeSpan? Held { get; init; }

    /// <summary>What stopped the account's workers, a <see cref="PaymentErrorId"/>; null if nothing did.</summary>
    public string? Stopped { get; init; }
}
