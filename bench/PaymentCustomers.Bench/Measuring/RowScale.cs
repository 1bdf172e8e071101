using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>How many rows a measurement has: so many that it takes long enough, and not longer.</summary>
internal static class RowScale
{
    public static int For(Contestant contestant, Cell cell, BenchOptions options) =>
        Math.Min(options.Rows, RowsIn(options.Longest, contestant, cell));

    /// <summary>Rows before those that count, for the code to be compiled: about as long for everybody.</summary>
    public static int WarmUp(Contestant contestant, Cell cell, BenchOptions options) => RowsIn(options.WarmUp, contestant, cell);

    private static int RowsIn(TimeSpan time, Contestant contestant, Cell cell)
    {
        var conditions = contestant.SendsOneByOne ? cell with { Throttle = 1 } : cell;
        var rate = Math.Min(contestant.Ceiling, conditions.IdealRowsPerSecond);
        return Math.Clamp((int)(rate * time.TotalSeconds), 1, contestant.MostRows);
    }
}
