namespace PaymentCustomers.Bench;

/// <summary>The settings of the benchmark.</summary>
internal sealed record BenchOptions
{
    /// <summary>The maximum number of rows in a measurement.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>The number of repetitions.</summary>
    public int Repeat { get; init; } = 5;

    /// <summary>The number of repetitions for importing the modules, which is fast enough for more.</summary>
    public int Imports { get; init; } = 15;

    /// <summary>The approximate maximum duration of a measurement. Slow cells get fewer rows.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The approximate duration of the warm-up before the measurement starts.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The combinations of latency and concurrent requests.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = Cell.Compared;

    /// <summary>The combinations of latency and concurrent requests over https.</summary>
    public IReadOnlyList<Cell> HttpsCells { get; init; } = [Cell.Slow];

    /// <summary>The path of the manifest of the module to measure.</summary>
    public string Module { get; init; } = Places.Module;

    /// <summary>The path of the command line program to measure in new processes.</summary>
    public string Program { get; init; } = Places.CommandLine;

    /// <summary>The contestants to measure; all if empty.</summary>
    public IReadOnlyList<string> Contestants { get; init; } = [];

    /// <summary>Whether to measure the memory of long runs, which takes minutes.</summary>
    public bool Memory { get; init; }

    /// <summary>The folder for the results.</summary>
    public string ResultsFolder { get; init; } = Places.Results;

    /// <summary>Takes a few minutes. Enough to detect problems, but not for published figures.</summary>
    public static BenchOptions Quick { get; } = new() { Rows = 10_000, Repeat = 3, Imports = 5, Longest = TimeSpan.FromSeconds(2), WarmUp = TimeSpan.FromSeconds(0.5) };

    /// <summary>All combinations. Takes hours.</summary>
    public static BenchOptions Full { get; } = new() { Cells = Cell.Matrix([0, 5, 50], [1, 8, 16, 64]), Memory = true };
}
