using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Results;

/// <summary>Everything that a run of the benchmark found.</summary>
internal sealed record BenchResults
{
    public required Machine Machine { get; init; }

    /// <summary>Those that could not take part here.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    public IReadOnlyList<Comparison> Comparisons => Results.Comparisons.Of(Measurements);

    public IReadOnlyList<Standing> Standings => Standing.Of(Measurements);

    public required IReadOnlyList<Measurement> Measurements { get; init; }
}
