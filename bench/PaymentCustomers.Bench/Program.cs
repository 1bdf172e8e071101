using System.CommandLine;
using System.Globalization;
using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Bench.Results;

var rows = Number("--rows", "The most rows that a measurement has: 100,000 unless given.");
var latency = new Option<int[]>("--latency") { Description = "Milliseconds that a request takes the server: 0 unless given.", AllowMultipleArgumentsPerToken = true };
var throttle = new Option<int[]>("--throttle") { Description = "Requests at once: 16 unless given.", AllowMultipleArgumentsPerToken = true };
var repeat = Number("--repeat", "How often everything is measured: 5 times unless given.");
var contestant = new Option<string[]>("--contestant")
{
    Description = $"Only these: {string.Join(", ", Roster.All.Select(one => one.Name))}.",
    HelpName = "name",
    AllowMultipleArgumentsPerToken = true,
};
contestant.AcceptOnlyFromAmong([.. Roster.All.Select(one => one.Name)]);
var memory = new Option<bool>("--memory") { Description = "Measure the memory of runs of a tenth of the rows, all rows and ten times the rows too." };
var quick = new Option<bool>("--quick") { Description = "Few rows, three times: about two minutes." };
var full = new Option<bool>("--full") { Description = "Server times 0, 5 and 50 ms with 1, 8, 16 and 64 requests at once, and memory: hours." };

var root = new RootCommand("Measures the ways to create customers against each other, at an emulator on this machine.")
{
    rows, latency, throttle, repeat, contestant, memory, quick, full, new ContestantCommand(),
};
root.Validators.Add(result =>
{
    if (result.GetValue(quick) && result.GetValue(full))
        result.AddError("Give --quick or --full.");
    if (result.GetValue(latency)!.Any(value => value < 0) || result.GetValue(throttle)!.Any(value => value is < 1 or > 256))
        result.AddError("--latency is at least 0, --throttle from 1 to 256.");
});
root.SetAction(RunAsync);
return await root.Parse(args).InvokeAsync();

BenchOptions Options(ParseResult parsed)
{
    var defaults = parsed.GetValue(quick) ? BenchOptions.Quick : parsed.GetValue(full) ? BenchOptions.Full : new BenchOptions();
    var latencies = parsed.GetValue(latency)!;
    var throttles = parsed.GetValue(throttle)!;
    return defaults with
    {
        Rows = parsed.GetValue(rows) ?? defaults.Rows,
        Repeat = parsed.GetValue(repeat) ?? defaults.Repeat,
        Contestants = parsed.GetValue(contestant)!,
        Memory = defaults.Memory || parsed.GetValue(memory),
        Cells = latencies.Length + throttles.Length == 0
            ? defaults.Cells
            : Cell.Matrix(latencies is [] ? [Cell.Fast.LatencyMs] : latencies, throttles is [] ? [Cell.Fast.Throttle] : throttles),
    };
}

async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
{
    var options = Options(parsed);
    var powerShell = await PowerShell.FindVersionAsync(cancellation);
    var measurements = new List<Measurement>();
    using var run = new BenchRun(options, powerShell is not null, Take);
    await run.RunAsync(cancellation);

    var results = new BenchResults
    {
        Machine = new Machine { PowerShell = powerShell },
        Skipped = run.Skipped,
        Measurements = measurements,
    };
    Report.Write(results);
    Directory.CreateDirectory(options.ResultsFolder);
    await File.WriteAllTextAsync(Path.Combine(options.ResultsFolder, "latest.json"), JsonResults.Write(results), cancellation);
    await File.WriteAllTextAsync(Path.Combine(options.ResultsFolder, "latest.svg"), SvgChart.Write(results), cancellation);
    return 0;

    // A benchmark takes long, so that each measurement is reported immediately. The tables follow at the end.
    void Take(Measurement one)
    {
        measurements.Add(one);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Titles.Of(one.Section, one.Cell)}, round {one.Round}, {one.Contestant}: {one.Rows} rows in {one.Seconds:0.000} s, {one.RowsPerSecond:0}/s"));
    }
}

static Option<int?> Number(string name, string description)
{
    var option = new Option<int?>(name) { Description = description };
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() < 1)
            result.AddError($"{name} is at least 1.");
    });
    return option;
}
