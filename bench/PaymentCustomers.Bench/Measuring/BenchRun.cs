using System.Globalization;
using System.Text.Json;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>Measures all contestants.</summary>
internal sealed class BenchRun(BenchOptions options, bool hasPowerShell, Action<Measurement> take) : IDisposable
{
    // Warms up a new emulator, so that it is not measured while it is still slow.
    private const int RowsForEmulator = 2000;

    private const int MemoryRounds = 3;

    private readonly WorkFolder _files = new();

    /// <summary>The contestants that need PowerShell on a machine without it.</summary>
    public IReadOnlyList<string> Skipped { get; } =
        [.. Roster.All.Where(one => IsWanted(options, one) && one.NeedsPowerShell && !hasPowerShell).Select(one => one.Name)];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var creating = Of(Section.Create);
        foreach (var cell in options.Cells.Where(_ => creating.Count > 0))
            await CreateAsync(creating, cell, new EmulatorSettings(), cancellation);
        await CreateAsync(Of(Section.Cold), Cell.Fast, new EmulatorSettings(), cancellation);
        await CreateAsync(Of(Section.Command), Cell.Nightly, new EmulatorSettings(), cancellation);
        // Only on Linux, an environment variable can make a program trust a certificate.
        if (OperatingSystem.IsLinux())
        {
            foreach (var cell in options.HttpsCells)
                await CreateAsync(Of(Section.Https), cell, new EmulatorSettings { Certificate = _files.Certificate }, cancellation);
        }

        await CreateAsync(Of(Section.Limited), Cell.Limited, new EmulatorSettings { RequestsPerSecond = Cell.Admitted }, cancellation);
        await CreateAsync(Of(Section.SlowInput), Cell.SlowInput, new EmulatorSettings(), cancellation);
        await ListAsync(Of(Section.List), cancellation);
        await InterleaveAsync(Of(Section.Test), options.Repeat, (one, round) => MeasureAsync(one, NewJob(one, default), round, cancellation));
        await ImportAsync(Of(Section.Import), cancellation);
        if (options.Memory && hasPowerShell)
            await RememberAsync([.. Roster.Remembering.Where(one => IsWanted(options, one))], cancellation);
    }

    public void Dispose() => _files.Dispose();

    /// <summary>Runs every contestant once per round, in reverse order in every second round, so that no contestant benefits from its position.</summary>
    internal static async Task InterleaveAsync(IReadOnlyList<Contestant> contestants, int rounds, Func<Contestant, int, Task> measure)
    {
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var one in round % 2 == 1 ? contestants : contestants.Reverse())
                await measure(one, round);
        }
    }

    private static bool IsWanted(BenchOptions options, Contestant one) =>
        options.Contestants.Count == 0 || options.Contestants.Contains(one.Name);

    private List<Contestant> Of(Section section) =>
        [.. Roster.All.Where(one => one.Section == section && IsWanted(options, one) && (hasPowerShell || !one.NeedsPowerShell))];

    private async Task CreateAsync(List<Contestant> contestants, Cell cell, EmulatorSettings settings, CancellationToken cancellation)
    {
        if (contestants.Count == 0)
            return;
        await using var emulator = await StartEmulatorAsync(cell, settings, cancellation);
        await InterleaveAsync(contestants, options.Repeat, (one, round) =>
            CreateAsync(emulator, one, NewJob(one, cell), round, cancellation));
    }

    private async Task CreateAsync(EmulatorProcess emulator, Contestant one, Job job, int round, CancellationToken cancellation)
    {
        await emulator.ClearAsync(cancellation);
        _files.Clear();
        var before = await emulator.CountAsync(cancellation);
        var measured = await RunAsync(one, job with { BaseUri = emulator.BaseUri }, round, emulator.Certificate, cancellation);
        // A contestant is only valid if it has created all customers. Two of them only show what the others are compared with.
        var after = await emulator.CountAsync(cancellation);
        if (one.Name is not (Roster.EmptyPowerShell or Roster.SlowInput))
            Check(one, "customers", after.Customers, job.Rows + job.WarmUp);
        take(measured with { Requests = after.Requests, Connections = after.Connections - before.Connections });
    }

    private async Task ListAsync(List<Contestant> contestants, CancellationToken cancellation)
    {
        if (contestants.Count == 0)
            return;
        await using var emulator = await StartEmulatorAsync(new Cell(0, 1), new EmulatorSettings(), cancellation);
        await emulator.ClearAsync(cancellation);
        await emulator.SeedAsync(options.Rows, cancellation);
        await InterleaveAsync(contestants, options.Repeat, async (one, round) =>
        {
            var before = (await emulator.CountAsync(cancellation)).Requests;
            await MeasureAsync(one, NewJob(one, new Cell(0, 1)) with { BaseUri = emulator.BaseUri }, round, cancellation);
            var after = (await emulator.CountAsync(cancellation)).Requests;
            var pages = (options.Rows + 99) / 100;
            Check(one, "pages, at least", Math.Min(after - before, pages), pages);
        });
    }

    private async Task ImportAsync(List<Contestant> contestants, CancellationToken cancellation)
    {
        var job = new Job(default, 1, _files, options.Module);
        // One run without measuring, so that all contestants find the files in the disk cache.
        foreach (var one in contestants)
            await ProcessRunner.RunAsync(one.Start(job), cancellation);
        await InterleaveAsync(contestants, options.Imports, (one, round) => MeasureAsync(one, job, round, cancellation));
    }

    private async Task RememberAsync(Contestant[] contestants, CancellationToken cancellation)
    {
        if (contestants.Length == 0)
            return;
        await using var emulator = await StartEmulatorAsync(Cell.Fast, new EmulatorSettings(), cancellation);
        foreach (var rows in new[] { options.Rows / 10, options.Rows, options.Rows * 10 })
        {
            var rounds = rows < options.Rows ? MemoryRounds : 1;
            await InterleaveAsync(contestants, rounds, (one, round) => CreateAsync(emulator, one, new Job(Cell.Fast, rows, _files, options.Module), round, cancellation));
        }
    }

    private Job NewJob(Contestant one, Cell cell) =>
        new(cell, RowScale.For(one, cell, options), _files, options.Module) { WarmUp = RowScale.WarmUp(one, cell, options), Program = options.Program };

    private async Task<EmulatorProcess> StartEmulatorAsync(Cell cell, EmulatorSettings settings, CancellationToken cancellation)
    {
        var emulator = await EmulatorProcess.StartAsync(settings with { LatencyMs = cell.LatencyMs }, cancellation);
        // The limit would count the warm-up.
        if (settings.RequestsPerSecond is not null)
            return emulator;
        var rows = RowScale.For(Roster.Get(Roster.Bare), cell, options with { Rows = Math.Min(options.Rows, RowsForEmulator) });
        var bare = Roster.Get(Roster.Bare).Start(new Job(cell, rows, _files, options.Module) { BaseUri = emulator.BaseUri });
        await ProcessRunner.RunAsync(bare with { Certificate = emulator.Certificate }, cancellation);
        return emulator;
    }

    private async Task MeasureAsync(Contestant one, Job job, int round, CancellationToken cancellation) =>
        take(await RunAsync(one, job, round, certificate: null, cancellation));

    private static async Task<Measurement> RunAsync(Contestant one, Job job, int round, string? certificate, CancellationToken cancellation)
    {
        var outcome = await ProcessRunner.RunAsync(one.Start(job) with { Certificate = certificate }, cancellation);
        using var said = JsonDocument.Parse(outcome.LastLine);
        return new Measurement
        {
            Section = one.Section,
            Contestant = one.Name,
            LatencyMs = job.Cell.LatencyMs,
            Throttle = job.Cell.Throttle,
            Rows = job.Rows,
            Round = round,
            Seconds = said.RootElement.GetProperty("seconds").GetDouble() / one.Passes,
            WarmUpRows = job.WarmUp,
            WarmUpSeconds = said.RootElement.TryGetProperty("warmUpSeconds", out var warmUp) && warmUp.ValueKind == JsonValueKind.Number ? warmUp.GetDouble() : null,
            ProcessSeconds = outcome.Elapsed.TotalSeconds,
            ProcessorSeconds = said.RootElement.TryGetProperty("processorSeconds", out var processor) ? processor.GetDouble() / one.Passes : null,
            PeakBytes = said.RootElement.TryGetProperty("peakBytes", out var peak) ? peak.GetInt64() : null,
        };
    }

    private static void Check(Contestant one, string what, long found, long expected)
    {
        if (found != expected)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{one.Name}: {found} {what}, not {expected}."));
    }
}
