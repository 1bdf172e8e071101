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

    /// <summary>The repetition, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The duration of the work, as measured by the process itself.</summary>
    public required double Seconds { get; init; }

    /// <summary>The number of warm-up rows.</summary>
    public int WarmUpRows { get; init; }

    /// <summary>The duration of the warm-up, including compilation; null if there was none.</summary>
    public double? WarmUpSeconds { get; init; }

    /// <summary>The duration of the whole process, including start and warm-up.</summary>
    public required double ProcessSeconds { get; init; }

    /// <summary>The processor time of the work, in all threads of the process; null if it was not reported.</summary>
    public double? ProcessorSeconds { get; init; }

    /// <summary>The peak memory of the process; null if it was not reported.</summary>
    public long? PeakBytes { get; init; }

    /// <summary>The number of requests that the provider received; null if it was not counted.</summary>
    public long? Requests { get; init; }

    /// <summary>The number of connections that the provider received; null if it was not counted.</summary>
    public int? Connections { get; init; }

    public double RowsPerSecond => Seconds == 0 ? 0 : Rows / Seconds;

    /// <summary>The rows per second of a new process, during its warm-up.</summary>
    public double? FirstRowsPerSecond => WarmUpRows == 0 ? null : WarmUpRows / WarmUpSeconds;

    [JsonIgnore]
    public Cell Cell => new(LatencyMs, Throttle);
}
