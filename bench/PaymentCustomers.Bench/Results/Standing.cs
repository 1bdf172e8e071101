using System.Text.Json.Serialization;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Results;

/// <summary>The medians of a contestant under the same conditions, and ratios of them.</summary>
internal sealed record Standing
{
    public required Section Section { get; init; }

    public required Cell Cell { get; init; }

    public required string Contestant { get; init; }

    [JsonIgnore]
    public string Title => Roster.Get(Contestant).Title;

    public required int Rows { get; init; }

    public required int Measurements { get; init; }

    public required double Seconds { get; init; }

    public required double ProcessSeconds { get; init; }

    public required double RowsPerSecond { get; init; }

    /// <summary>The rows per second of the warm-up in a new process; null if there was none.</summary>
    public required double? FirstRowsPerSecond { get; init; }

    public required double LowestRowsPerSecond { get; init; }

    public required double HighestRowsPerSecond { get; init; }

    public required double? PeakBytes { get; init; }

    /// <summary>The processor time per row, in seconds; null if it was not reported.</summary>
    public required double? ProcessorPerRow { get; init; }

    /// <summary>
    /// The rows per second divided by those of the section's baseline: the bare HttpClient, or the cmdlet that does nothing. For imports,
    /// the time divided by that of the empty module. Null if the baseline was not measured.
    /// </summary>
    public required double? Ratio { get; init; }

    public static IReadOnlyList<Standing> Of(IReadOnlyList<Measurement> all) =>
        [.. from one in all
            group one by (one.Section, one.Cell, one.Contestant, one.Rows) into same
            orderby same.Key.Section, same.Key.Cell.LatencyMs, same.Key.Cell.Throttle, Place(same.Key.Contestant), same.Key.Rows
            select Of([.. same], Yardstick(all, same.Key.Section, same.Key.Cell))];

    private static Standing Of(List<Measurement> same, double? yardstick)
    {
        var rate = Medians.Of(same.Select(one => one.RowsPerSecond));
        return new Standing
        {
            Section = same[0].Section,
            Cell = same[0].Cell,
            Contestant = same[0].Contestant,
            Rows = same[0].Rows,
            Measurements = same.Count,
            Seconds = Medians.Of(same.Select(one => one.Seconds)),
            ProcessSeconds = Medians.Of(same.Select(one => one.ProcessSeconds)),
            RowsPerSecond = rate,
            FirstRowsPerSecond = Medians.Of(same.Where(one => one.FirstRowsPerSecond is not null), one => one.FirstRowsPerSecond!.Value),
            LowestRowsPerSecond = same.Min(one => one.RowsPerSecond),
            HighestRowsPerSecond = same.Max(one => one.RowsPerSecond),
            PeakBytes = Medians.Of(same.Where(one => one.PeakBytes is not null), one => one.PeakBytes!.Value),
            ProcessorPerRow = Medians.Of(same.Where(one => one.ProcessorSeconds is not null), one => one.ProcessorSeconds!.Value / one.Rows),
            Ratio = same[0].Section == Section.Import ? yardstick / rate : rate / yardstick,
        };
    }

    private static int Place(string contestant) => Roster.All.TakeWhile(one => one.Name != contestant).Count();

    private static double? Yardstick(IReadOnlyList<Measurement> all, Section section, Cell cell) =>
        section switch
        {
            Section.Create => Roster.Bare,
            Section.List => Roster.BareList,
            Section.Test => Roster.EmptyTest,
            Section.Import => Roster.EmptyImport,
            _ => null,
        } is { } name ? Medians.RowsPerSecond(all, section, name, cell) : null;
}
