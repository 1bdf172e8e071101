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
        Section.Cold => $"Create in a new process, {Of(cell)}",
        Section.Command => $"From start to end of a process, {Of(cell)}",
        Section.Https => $"Create over https, {Of(cell)}",
        Section.Limited => $"Create at a provider that admits {Cell.Admitted} requests/s, {Of(cell)}",
        Section.SlowInput => $"Create from slow input, {Of(cell)}",
        Section.List => "List, page by page",
        Section.Test => "Take rows, send nothing",
        Section.Import => "Import the module",
        _ => $"Memory, {Of(cell)}",
    };
}
