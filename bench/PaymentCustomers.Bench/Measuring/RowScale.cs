using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>How many rows a measurement has: so many that it takes long enough, and not longer.</summary>
internal static class RowScale
{
    public static int For(Contestant contestant, Cell cell, BenchOptions options)
    {
        var conditions = contestant.SendsOneByOne ? cell with { Throttle = 1 } : cell;
        var rate = Math.Min(contestant.Ceiling, conditions.IdealRowsPerSecond);
        var affordable = (int)(rate * options.Longest.TotalSeconds);
        return Math.Max(1, Math.Min(affordable, Math.Min(options.Rows, contestant.MostRows)));
    }
}
