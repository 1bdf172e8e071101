namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>
/// A few of many ids, each of them with the same probability (reservoir sampling; J. Vitter, "Random sampling with a reservoir", 1985,
/// algorithm R).
/// </summary>
/// <param name="most">The maximum number of ids.</param>
/// <param name="random">The source of chance.</param>
internal sealed class IdSample(int most, Random random)
{
    private readonly List<string> _ids = [];
    private long _count;

    /// <summary>The number of all ids.</summary>
    public long Count => _count;

    /// <summary>The sample.</summary>
    public IReadOnlyList<string> Ids => _ids;

    public void Add(string id)
    {
        _count++;
        if (_ids.Count < most)
            _ids.Add(id);
        else if (random.NextInt64(_count) is var place && place < most)
            _ids[(int)place] = id;
    }
}
