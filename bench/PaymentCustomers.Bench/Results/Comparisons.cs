using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Results;

/// <summary>The targets, each for a ratio of medians of the same run.</summary>
internal sealed class Comparisons
{
    private const double BytesPerRow = 48;

    private readonly IReadOnlyList<Measurement> _all;

    private Comparisons(IReadOnlyList<Measurement> all) => _all = all;

    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Measurement> all) => new Comparisons(all).All();

    private IReadOnlyList<Comparison> All() =>
    [
        Fast("cmdlet / bare HttpClient", 0.85, Roster.Cmdlet, Roster.Bare),
        Fast("engine / bare HttpClient", 0.95, Roster.Engine, Roster.Bare),
        Fast("command line / bare HttpClient", 0.90, Roster.CommandLine, Roster.Bare),
        Fast("cmdlet with journal / without", 0.95, Roster.CmdletJournal, Roster.Cmdlet),
        Fast("engine with journal / without", 0.95, Roster.EngineJournal, Roster.Engine),
        Fast("Import-PaymentCustomer / Import-Csv | New-PaymentCustomer -JournalPath", 0.95, Roster.CmdletFile, Roster.CmdletJournal),
        Fast("payment-customers import / Import-Csv | New-PaymentCustomer -JournalPath", 0.95, Roster.CommandLine, Roster.CmdletJournal),
        Fast("cmdlet / Invoke-RestMethod loop", 18, Roster.Cmdlet, Roster.Loop),
        Fast("cmdlet / ForEach-Object -Parallel", 45, Roster.Cmdlet, Roster.Parallel),
        new("cmdlet / ideal, 50 ms, 64 at once", 0.95, Rate(Roster.Cmdlet, Section.Create, Cell.Slow) / Cell.Slow.IdealRowsPerSecond),
        new("cold, first 10,000 rows: cmdlet / bare HttpClient", 0.80, Ratio(Section.Cold, Roster.ColdCmdlet, Roster.ColdBare)),
        new("cold: cmdlet / Invoke-RestMethod loop", 22, Ratio(Section.Cold, Roster.ColdCmdlet, Roster.ColdLoop)),
        new("cold, 1,000 rows, 50 ms, 32 at once: (ideal + empty pwsh) / pwsh from start to end", 0.90, Nightly()),
        new("https, 50 ms, 64 at once: cmdlet / ideal", 0.97, Rate(Roster.HttpsCmdlet, Section.Https, Cell.Slow) / Cell.Slow.IdealRowsPerSecond),
        new("https, connections", 4, Medians.Of(Of(Section.Https, Roster.HttpsCmdlet), one => one.Connections ?? 0)) { IsLimit = true },
        new("80 requests/s admitted: -ThrottleLimit Auto / admitted", 0.90, Rate(Roster.Adaptive, Section.Limited, Cell.Limited) / Cell.Admitted),
        new("429 answers: -ThrottleLimit Auto / 8", 0.5, Refused(Roster.Adaptive) / Refused(Roster.Fixed)) { IsLimit = true },
        new("slow input: with cmdlet / alone", 0.97, Ratio(Section.SlowInput, Roster.SlowInputCmdlet, Roster.SlowInput)),
        new("Get-PaymentCustomer / bare HttpClient", 0.95, Ratio(Section.List, Roster.CmdletList, Roster.BareList)),
        new("Test-PaymentCustomer / cmdlet that does nothing", 0.60, Ratio(Section.Test, Roster.CmdletTest, Roster.EmptyTest)),
        new("module import / empty module", 1.4, Seconds(Roster.ModuleImport) / Seconds(Roster.EmptyImport)) { IsLimit = true },
        new("memory, longest run less 48 bytes a row / shortest", 1.05, Growth(Roster.Cmdlet)) { IsLimit = true },
        new("memory, the same with journal", 1.05, Growth(Roster.CmdletJournal)) { IsLimit = true },
        new("memory, the same of Import-PaymentCustomer", 1.05, Growth(Roster.CmdletFile)) { IsLimit = true },
    ];

    private double? Nightly()
    {
        var rows = Of(Section.Command, Roster.Nightly).Select(one => (double?)one.Rows).FirstOrDefault();
        return ((rows / Cell.Nightly.IdealRowsPerSecond) + Medians.Of(Of(Section.Command, Roster.EmptyPowerShell), one => one.ProcessSeconds))
            / Medians.Of(Of(Section.Command, Roster.Nightly), one => one.ProcessSeconds);
    }

    private double? Refused(string contestant) => Medians.Of(Of(Section.Limited, contestant), one => (one.Requests ?? one.Rows) - one.Rows);

    private Comparison Fast(string name, double target, string ours, string other) =>
        new(name, target, Rate(ours, Section.Create, Cell.Fast) / Rate(other, Section.Create, Cell.Fast));

    private double? Rate(string contestant, Section section, Cell cell) => Medians.RowsPerSecond(_all, section, contestant, cell);

    private double? Ratio(Section section, string ours, string other) => Medians.Of(Of(section, ours), one => one.RowsPerSecond)
        / Medians.Of(Of(section, other), one => one.RowsPerSecond);

    private double? Seconds(string contestant) => Medians.Of(Of(Section.Import, contestant), one => one.Seconds);

    /// <summary>The memory of the longest run divided by that of the shortest, after subtracting the memory allowed for keys.</summary>
    private double? Growth(string contestant)
    {
        var byRows = Of(Section.Memory, contestant).GroupBy(one => one.Rows).OrderBy(group => group.Key).ToList();
        if (byRows.Count < 2)
            return null;
        var longest = byRows[^1];
        return (Peak(longest) - (BytesPerRow * longest.Key)) / Peak(byRows[0]);
    }

    private IEnumerable<Measurement> Of(Section section, string contestant) =>
        _all.Where(one => one.Section == section && one.Contestant == contestant);

    private static double? Peak(IEnumerable<Measurement> measurements) => Medians.Of(measurements, one => one.PeakBytes!.Value);
}
