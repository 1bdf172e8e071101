using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The problems of a file's rows, by kind, with the number of rows and the first rows of each.</summary>
internal sealed class ProblemKinds
{
    private const int MostRows = 5;

    // Limits the kinds, because a message may contain a different number in each row.
    private const int MostKinds = 200;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>The kinds, the most frequent first.</summary>
    public IReadOnlyList<PaymentImportProblem> All =>
        (from kind in _kinds
         orderby kind.Value.Count descending, kind.Value.First[0]
         select new PaymentImportProblem(kind.Value.Id, kind.Key, kind.Value.Count, kind.Value.First.ToArray())).ToArray();

    /// <summary>Adds the problems of a row.</summary>
    public void Add(Draft draft, IEnumerable<FieldProblem> problems)
    {
        foreach (var problem in problems)
        {
            var text = Text(problem);
            if (!_kinds.TryGetValue(text, out var kind))
            {
                if (_kinds.Count >= MostKinds)
                    text = ImportMessages.OtherProblems;
                if (!_kinds.TryGetValue(text, out kind))
                    _kinds[text] = kind = new Kind(problem.Id);
            }

            kind.Count++;
            if (kind.First.Count < MostRows)
                kind.First.Add(draft.Row);
        }
    }

    /// <summary>The message without the value of the row.</summary>
    private static string Text(FieldProblem problem) =>
        problem.Value is { Length: > 0 } value ? problem.Message.Replace($" '{value}'", "", StringComparison.Ordinal) : problem.Message;

    private sealed class Kind(PaymentErrorId id)
    {
        public PaymentErrorId Id => id;

        public long Count { get; set; }

        public List<long> First { get; } = [];
    }
}
