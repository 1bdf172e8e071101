using System.Text.Json.Serialization;

namespace PaymentCustomers.Bench;

/// <summary>Under which conditions customers are created.</summary>
/// <param name="LatencyMs">How long a request takes the server.</param>
/// <param name="Throttle">Requests at once.</param>
internal readonly record struct Cell(int LatencyMs, int Throttle)
{
    /// <summary>The server takes no time: what the client costs.</summary>
    public static Cell Fast { get; } = new(0, 16);

    /// <summary>The server takes its time: whether the client uses it.</summary>
    public static Cell Slow { get; } = new(50, 64);

    /// <summary>Those that the comparisons are about.</summary>
    public static IReadOnlyList<Cell> Compared { get; } = [Fast, Slow];

    /// <summary>The most rows a second that the server allows; infinite if it takes no time.</summary>
    [JsonIgnore]
    public double IdealRowsPerSecond => LatencyMs == 0 ? double.PositiveInfinity : Throttle * 1000.0 / LatencyMs;

    public static IReadOnlyList<Cell> Matrix(IEnumerable<int> latencies, IReadOnlyCollection<int> throttles) =>
        [.. from latency in latencies from throttle in throttles select new Cell(latency, throttle)];
}
