using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Results;

/// <summary>All results of a benchmark run.</summary>
internal sealed record BenchResults
{
    public required Machine Machine { get; init; }

    /// <summary>The contestants that could not run on this machine.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    public IReadOnlyList<Comparison> Comparisons => Results.Comparisons.Of(Measurements);

    public IReadOnlyList<Standing> Standings => Standing.Of(Measurements);

    public required IReadOnlyList<Measurement> Measurements { get; init; }
}
