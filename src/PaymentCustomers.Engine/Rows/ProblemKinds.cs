namespace PaymentCustomers.Engine.Rows;

/// <summary>The problems of all rows of an input, by kind: how many rows have each, and which are the first.</summary>
/// <param name="provider">The provider's name.</param>
internal sealed class ProblemKinds(string provider)
{
    private const int MostRows = 5;

    private readonly Dictionary<(string Field, string? Column, string Kind), PaymentCustomerTestSummary> _kinds = [];

    /// <summary>Takes the problems of a row.</summary>
    public void Add(PreparedDraft row)
    {
        foreach (var problem in row.Problems)
        {
            // What is told of several values in one message is one kind all the same.
            var kind = problem.Value is { } value ? problem.Message.Replace($" '{value}'", "", StringComparison.Ordinal) : problem.Message;
            if (!_kinds.TryGetValue((problem.Field, problem.Column, kind), out var summary))
                _kinds[(problem.Field, problem.Column, kind)] = summary = new PaymentCustomerTestSummary(provider, problem, kind);
            summary.Count++;
            if (summary.FirstRows.Count < MostRows)
                summary.FirstRows = [.. summary.FirstRows, row.Draft.Row];
        }
    }

    /// <summary>Each kind, that of most rows first.</summary>
    /// <param name="rows">How many rows there were.</param>
    public IEnumerable<PaymentCustomerTestSummary> All(long rows)
    {
        foreach (var summary in _kinds.Values.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.FirstRows[0]))
        {
            summary.RowCount = rows;
            yield return summary;
        }
    }
}
