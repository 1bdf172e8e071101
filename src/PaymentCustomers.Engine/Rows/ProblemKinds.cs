namespace PaymentCustomers.Engine.Rows;

/// <summary>The problems of all rows of an input, by kind, with the number of rows and the first rows of each.</summary>
/// <param name="provider">The provider's name.</param>
internal sealed class ProblemKinds(string provider)
{
    private const int MostRows = 5;

    private readonly Dictionary<(string Field, string? Column, string Kind), PaymentCustomerTestSummary> _kinds = [];

    /// <summary>Adds the problems of a row.</summary>
    public void Add(PreparedDraft row)
    {
        foreach (var problem in row.Problems)
        {
            // Messages that differ only in the value are of the same kind.
            var kind = problem.Value is { } value ? problem.Message.Replace($" '{value}'", "", StringComparison.Ordinal) : problem.Message;
            if (!_kinds.TryGetValue((problem.Field, problem.Column, kind), out var summary))
                _kinds[(problem.Field, problem.Column, kind)] = summary = new PaymentCustomerTestSummary(provider, problem, kind);
            summary.Count++;
            if (summary.FirstRows.Count < MostRows)
                summary.FirstRows = [.. summary.FirstRows, row.Draft.Row];
        }
    }

    /// <summary>All kinds, the most frequent first.</summary>
    /// <param name="rows">The number of all rows.</param>
    public IEnumerable<PaymentCustomerTestSummary> All(long rows)
    {
        foreach (var summary in _kinds.Values.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.FirstRows[0]))
        {
            summary.RowCount = rows;
            yield return summary;
        }
    }
}
