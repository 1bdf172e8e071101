using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>How many rows a measurement has: so many that it takes long enough, and not longer.</summary>
internal static class RowScale
{
    public static int For(Contestant contestant, Cell cell, BenchOptions options) => For(contestant, cell, options, options.Longest);

    /// <summary>Rows before those that count, for the code to be compiled: about as long for everybody.</summary>
    public static int WarmUp(Contestant contestant, Cell cell, BenchOptions options) => For(contestant, cell, options, options.WarmUp);

    private static int For(Contestant contestant, Cell cell, BenchOptions options, TimeSpan time)
    {
        var conditions = contestant.SendsOneByOne ? cell with { Throttle = 1 } : cell;
        var rate = Math.Min(contestant.Ceiling, conditions.IdealRowsPerSecond);
        var affordable = (int)(rate * time.TotalSeconds);
        return Math.Max(1, Math.Min(affordable, Math.Min(options.Rows, contestant.MostRows)));
    }
}
