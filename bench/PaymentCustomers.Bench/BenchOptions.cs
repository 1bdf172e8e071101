namespace PaymentCustomers.Bench;

/// <summary>How the benchmark goes.</summary>
internal sealed record BenchOptions
{
    /// <summary>The most rows that a measurement has.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>How often everything is measured.</summary>
    public int Repeat { get; init; } = 5;

    /// <summary>How often the import of the modules is measured; short enough for more.</summary>
    public int Imports { get; init; } = 15;

    /// <summary>About the longest that a measurement may take; slow cells get fewer rows.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>About how long a process works before its clock starts.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Server times and numbers of requests at once.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = Cell.Compared;

    /// <summary>Only these contestants; all if empty.</summary>
    public IReadOnlyList<string> Contestants { get; init; } = [];

    /// <summary>Whether the memory of long runs is measured; takes minutes.</summary>
    public bool Memory { get; init; }

    /// <summary>Where the results go.</summary>
    public string ResultsFolder { get; init; } = Places.Results;

    /// <summary>In a few minutes: enough to see whether something went wrong, not for figures.</summary>
    public static BenchOptions Quick { get; } = new() { Rows = 10_000, Repeat = 3, Imports = 5, Longest = TimeSpan.FromSeconds(2), WarmUp = TimeSpan.FromSeconds(0.5) };

    /// <summary>Everything; takes hours.</summary>
    public static BenchOptions Full { get; } = new() { Cells = Cell.Matrix([0, 5, 50], [1, 8, 16, 64]), Memory = true };
}
