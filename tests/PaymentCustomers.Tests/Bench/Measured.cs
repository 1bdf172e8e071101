using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Bench.Results;

namespace PaymentCustomers.Tests.Bench;

/// <summary>Makes measurements for tests.</summary>
internal static class Measured
{
    public static Measurement Create(string contestant, double rowsPerSecond, int round = 1, Cell? cell = null) =>
        Of(Section.Create, contestant, 1000, 1000 / rowsPerSecond, round, cell ?? Cell.Fast);

    public static Measurement Import(string contestant, double seconds) => Of(Section.Import, contestant, 1, seconds, 1, default);

    public static Measurement Memory(string contestant, int rows, long peakBytes, int round = 1) =>
        Of(Section.Memory, contestant, rows, 1, round, Cell.Fast) with { PeakBytes = peakBytes };

    public static BenchResults Results(params Measurement[] measurements) => new()
    {
        Machine = new Machine { PowerShell = "7.6 <preview> & more" },
        Skipped = [],
        Measurements = measurements,
    };

    private static Measurement Of(Section section, string contestant, int rows, double seconds, int round, Cell cell) => new()
    {
        Section = section,
        Contestant = contestant,
        LatencyMs = cell.LatencyMs,
        Throttle = cell.Throttle,
        Rows = rows,
        Round = round,
        Seconds = seconds,
        ProcessSeconds = seconds + 1,
    };
}
