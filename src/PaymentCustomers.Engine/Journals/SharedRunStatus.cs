using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A worker of a shared run.</summary>
/// <param name="Worker">The worker's id. It is never reused.</param>
/// <param name="State">The state of the worker.</param>
/// <param name="Begun">When the worker started.</param>
/// <param name="Heard">When the worker last renewed its lease.</param>
/// <param name="Rows">The number of rows that the worker holds now.</param>
/// <param name="TakenOver">The number of rows that other workers took over from it.</param>
internal sealed record SharedWorker(Guid Worker, SharedWorkerState State, DateTimeOffset Begun, DateTimeOffset Heard, long Rows, long TakenOver);

/// <summary>The state of a worker.</summary>
internal enum SharedWorkerState
{
    /// <summary>The worker is running.</summary>
    Alive,

    /// <summary>The worker ended normally.</summary>
    Ended,

    /// <summary>The worker has not renewed its lease in time. Other workers take over its rows.</summary>
    Silent,
}

/// <summary>A key that more than one customer carries.</summary>
/// <param name="Row">The row number, from 1.</param>
/// <param name="Key">The key.</param>
/// <param name="Ids">The ids of the customers.</param>
internal sealed record DoubledKey(long Row, string Key, IReadOnlyList<string> Ids);

/// <summary>The progress of a shared run.</summary>
/// <param name="Run">The name of the run.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The account.</param>
/// <param name="Announced">The number of rows that its workers announced; null if it was not known.</param>
/// <param name="Counts">The number of keys in each state.</param>
/// <param name="Workers">The workers, in the order in which they started.</param>
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
    /// <summary>How long all workers still wait because the provider asked for it; null if they do not wait.</summary>
    public TimeSpan? Held { get; init; }

    /// <summary>What stopped the account's workers, a <see cref="PaymentErrorId"/>; null if nothing did.</summary>
    public string? Stopped { get; init; }
}
