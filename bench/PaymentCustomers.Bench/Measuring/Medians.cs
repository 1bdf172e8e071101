using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>Medians of measurements.</summary>
internal static class Medians
{
    /// <summary>The median: the middle value, or the mean of the two middle values.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("There is no median of nothing.", nameof(values));
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median rows per second of a contestant; null if it was not measured.</summary>
    public static double? RowsPerSecond(IEnumerable<Measurement> measurements, Section section, string contestant, Cell cell) =>
        Of(measurements.Where(one => one.Section == section && one.Contestant == contestant && one.Cell == cell), one => one.RowsPerSecond);

    /// <summary>The median of a value; null if nothing was measured.</summary>
    public static double? Of(IEnumerable<Measurement> measurements, Func<Measurement, double> value)
    {
        double[] values = [.. measurements.Select(value)];
        return values.Length == 0 ? null : Of(values);
    }
}
