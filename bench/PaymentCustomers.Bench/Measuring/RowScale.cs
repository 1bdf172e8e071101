using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>Chooses the number of rows, so that a measurement takes long enough but not too long.</summary>
internal static class RowScale
{
    public static int For(Contestant contestant, Cell cell, BenchOptions options) =>
        Math.Min(options.Rows, RowsIn(options.Longest * contestant.Longer, contestant, cell));

    /// <summary>The number of warm-up rows, in which code is compiled. It takes about the same time for all contestants.</summary>
    public static int WarmUp(Contestant contestant, Cell cell, BenchOptions options) => contestant.IsCold ? 0 : RowsIn(options.WarmUp, contestant, cell);

    private static int RowsIn(TimeSpan time, Contestant contestant, Cell cell)
    {
        var conditions = contestant.SendsOneByOne ? cell with { Throttle = 1 } : cell;
        var rate = Math.Min(contestant.Ceiling, conditions.IdealRowsPerSecond);
        return Math.Clamp((int)(rate * time.TotalSeconds), 1, contestant.MostRows);
    }
}
