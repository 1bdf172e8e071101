namespace PaymentCustomers.Help;

/// <summary>What is wrong with a page, and where.</summary>
internal sealed record HelpProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>What is wrong with one file.</summary>
internal sealed class HelpProblems(string file)
{
    private readonly List<HelpProblem> _all = [];

    public IReadOnlyList<HelpProblem> All => _all;

    public void Add(int line, string message) => _all.Add(new HelpProblem(file, line, message));
}
