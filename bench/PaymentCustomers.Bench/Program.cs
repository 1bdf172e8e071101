using System.CommandLine;
using System.Globalization;
using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Bench.Results;

var rows = Number("--rows", "The maximum number of rows per measurement. Default: 100,000.");
var latency = new Option<int[]>("--latency") { Description = "The time of the server per request, in milliseconds. Default: 0.", AllowMultipleArgumentsPerToken = true };
var throttle = new Option<int[]>("--throttle") { Description = "The maximum number of concurrent requests. Default: 16.", AllowMultipleArgumentsPerToken = true };
var repeat = Number("--repeat", "The number of repetitions. Default: 5.");
var contestant = new Option<string[]>("--contestant")
{
    Description = $"Measure only these: {string.Join(", ", Roster.All.Select(one => one.Name))}.",
    HelpName = "name",
    AllowMultipleArgumentsPerToken = true,
};
contestant.AcceptOnlyFromAmong([.. Roster.All.Select(one => one.Name)]);
var module = new Option<FileInfo>("--module") { Description = "The manifest of the module to measure. Default: the module of this build, which contains no machine code." };
var program = new Option<FileInfo>("--program") { Description = "The command line program to measure in a new process. Default: the program of this build, which contains no machine code." };
var memory = new Option<bool>("--memory") { Description = "Also measure memory, with a tenth of the rows, all rows, and ten times the rows." };
var quick = new Option<bool>("--quick") { Description = "Few rows and three repetitions. Takes about two minutes." };
var full = new Option<bool>("--full") { Description = "0, 5 and 50 ms server time with 1, 8, 16 and 64 concurrent requests, and memory. Takes hours." };

var root = new RootCommand("Compares the ways to create customers, with an emulator on this machine.")
{
    rows, latency, throttle, repeat, contestant, module, program, memory, quick, full, new ContestantCommand(),
};
root.Validators.Add(result =>
{
    if (result.GetValue(quick) && result.GetValue(full))
        result.AddError("Specify either --quick or --full.");
    if (result.GetValue(latency)!.Any(value => value < 0) || result.GetValue(throttle)!.Any(value => value is < 1 or > 256))
        result.AddError("--latency must be at least 0, and --throttle from 1 to 256.");
});
root.SetAction(RunAsync);
return await root.Parse(args).InvokeAsync();

BenchOptions Options(ParseResult parsed)
{
    var defaults = parsed.GetValue(quick) ? BenchOptions.Quick : parsed.GetValue(full) ? BenchOptions.Full : new BenchOptions();
    var latencies = parsed.GetValue(latency)!;
    var throttles = parsed.GetValue(throttle)!;
    var cells = latencies.Length + throttles.Length == 0
        ? null
        : Cell.Matrix(latencies is [] ? [Cell.Fast.LatencyMs] : latencies, throttles is [] ? [Cell.Fast.Throttle] : throttles);
    return defaults with
    {
        Module = parsed.GetValue(module)?.FullName ?? defaults.Module,
        Program = parsed.GetValue(program)?.FullName ?? defaults.Program,
        Rows = parsed.GetValue(rows) ?? defaults.Rows,
        Repeat = parsed.GetValue(repeat) ?? defaults.Repeat,
        Contestants = parsed.GetValue(contestant)!,
        Memory = defaults.Memory || parsed.GetValue(memory),
        Cells = cells ?? defaults.Cells,
        HttpsCells = cells ?? defaults.HttpsCells,
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
            result.AddError($"{name} must be at least 1.");
    });
    return option;
}
