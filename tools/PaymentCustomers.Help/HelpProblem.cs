namespace PaymentCustomers.Help;

/// <summary>A problem of a page, with its position.</summary>
internal sealed record HelpProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>The problems of one file.</summary>
internal sealed class HelpProblems(string file)
{
    private readonly List<HelpProblem> _all = [];

    public IReadOnlyList<HelpProblem> All => _all;

    public void Add(int line, string message) => _all.Add(new HelpProblem(file, line, message));
}
