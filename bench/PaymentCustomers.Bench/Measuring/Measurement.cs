using System.Text.Json.Serialization;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>One measurement.</summary>
internal sealed record Measurement
{
    public required Section Section { get; init; }

    public required string Contestant { get; init; }

    public required int LatencyMs { get; init; }

    public required int Throttle { get; init; }

    public required int Rows { get; init; }

    /// <summary>Which repetition, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>How long the work took, as the process itself says.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many rows the process did before its clock started.</summary>
    public int WarmUpRows { get; init; }

    /// <summary>How long those took, the compiling of the code with them; null if there are none.</summary>
    public double? WarmUpSeconds { get; init; }

    /// <summary>How long the process took, with its start and its warm-up.</summary>
    public required double ProcessSeconds { get; init; }

    /// <summary>The most memory that the process had, if it says so.</summary>
    public long? PeakBytes { get; init; }

    public double RowsPerSecond => Rows / Seconds;

    /// <summary>How fast a new process begins.</summary>
    public double? FirstRowsPerSecond => WarmUpRows / WarmUpSeconds;

    [JsonIgnore]
    public Cell Cell => new(LatencyMs, Throttle);
}
