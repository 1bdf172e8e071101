using System.Text.Json.Serialization;

namespace PaymentCustomers.Bench;

/// <summary>The conditions of a measurement.</summary>
/// <param name="LatencyMs">The server's time per request, in milliseconds.</param>
/// <param name="Throttle">The maximum number of concurrent requests.</param>
internal readonly record struct Cell(int LatencyMs, int Throttle)
{
    /// <summary>No server time: measures the cost of the client.</summary>
    public static Cell Fast { get; } = new(0, 16);

    /// <summary>Long server time: measures whether the client uses concurrency.</summary>
    public static Cell Slow { get; } = new(50, 64);

    /// <summary>A nightly script: few rows, some concurrency.</summary>
    public static Cell Nightly { get; } = new(50, 32);

    /// <summary>The requests per second that the limited provider admits.</summary>
    public const int Admitted = 80;

    /// <summary>A provider that limits the rate.</summary>
    public static Cell Limited { get; } = new(50, 8);

    /// <summary>A slow provider with slow input.</summary>
    public static Cell SlowInput { get; } = new(200, 8);

    /// <summary>The conditions of the comparisons.</summary>
    public static IReadOnlyList<Cell> Compared { get; } = [Fast, Slow];

    /// <summary>The maximum rows per second that the latency allows; infinite without latency.</summary>
    [JsonIgnore]
    public double IdealRowsPerSecond => LatencyMs == 0 ? double.PositiveInfinity : Throttle * 1000.0 / LatencyMs;

    public static IReadOnlyList<Cell> Matrix(IEnumerable<int> latencies, IReadOnlyCollection<int> throttles) =>
        [.. from latency in latencies from throttle in throttles select new Cell(latency, throttle)];
}
