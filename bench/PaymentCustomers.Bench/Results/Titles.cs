using System.Globalization;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Results;

/// <summary>What tables and charts are called.</summary>
internal static class Titles
{
    public static string Of(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"server {cell.LatencyMs} ms, {cell.Throttle} at once");

    public static string Of(Section section, Cell cell) => section switch
    {
        Section.Create => $"Create, {Of(cell)}",
        Section.List => "List, page by page",
        Section.Test => "Take rows, send nothing",
        Section.Import => "Import the module",
        _ => $"Memory, {Of(cell)}",
    };
}
