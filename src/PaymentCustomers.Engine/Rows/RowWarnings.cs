namespace PaymentCustomers.Engine.Rows;

/// <summary>The warnings of all rows of an input: each kind once, with the number of rows and the first rows.</summary>
internal sealed class RowWarnings
{
    private const int MostRows = 5;

    private readonly Dictionary<string, (long Count, List<long> First)> _kinds = new(StringComparer.Ordinal);

    /// <summary>One sentence per kind.</summary>
    public IEnumerable<string> All => _kinds.Select(kind => RowMessages.Warning(kind.Key, kind.Value.Count, Rows(kind.Value.Count, kind.Value.First)));

    /// <summary>Adds the warnings of a row.</summary>
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

    private static string Rows(long count, List<long> first) =>
        string.Join(", ", first.Select(row => Language.Number(row))) + (count > first.Count ? ", …" : "");
}
