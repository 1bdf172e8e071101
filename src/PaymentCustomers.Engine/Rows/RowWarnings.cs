namespace PaymentCustomers.Engine.Rows;

/// <summary>The warnings of all rows of an input: each kind once, with how many rows it concerns and which are the first.</summary>
internal sealed class RowWarnings
{
    private const int MostRows = 5;

    private readonly Dictionary<string, (long Count, List<long> First)> _kinds = new(StringComparer.Ordinal);

    /// <summary>One sentence for each kind.</summary>
    public IEnumerable<string> All => _kinds.Select(kind => RowMessages.Warning(kind.Key, kind.Value.Count, kind.Value.First));

    /// <summary>Takes the warnings of a row.</summary>
    public void Add(PreparedDraft draft)
    {
        foreach (var warning in draft.Warnings)
        {
            var (count, first) = _kinds.TryGetValue(warning, out var kind) ? kind : (0, []);
            if (first.Count < MostRows)
                first.Add(draft.Draft.Row);
            _kinds[warning] = (count + 1, first);
        }
    }
}
