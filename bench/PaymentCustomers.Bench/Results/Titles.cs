using System.Globalization;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Results;

/// <summary>Titles of tables and charts.</summary>
internal static class Titles
{
    public static string Of(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"server {cell.LatencyMs} ms, {cell.Throttle} at once");

    /// <summary>A ratio with two decimals, or three if it is small.</summary>
    public static string Of(double ratio) => ratio.ToString(ratio < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    public static string Of(Section section, Cell cell) => section switch
    {
        Section.Create => $"Create, {Of(cell)}",
        Section.List => "List, page by page",
        Section.Test => "Take rows, send nothing",
        Section.Import => "Import the module",
        _ => $"Memory, {Of(cell)}",
    };
}
