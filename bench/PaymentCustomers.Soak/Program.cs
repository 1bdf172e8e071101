using System.CommandLine;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Soak;

var defaults = new SoakOptions();
var rows = Number("--rows", "The number of rows in each cell.", defaults.Rows, least: 1);
var seed = new Option<int>("--seed") { Description = "The seed for rows, faults and kills.", DefaultValueFactory = _ => defaults.Seed };
var throttle = Number("--throttle", "The maximum number of concurrent requests.", defaults.Throttle, least: 1);
var window = Number("--window", "The maximum number of submitted rows without a returned outcome.", defaults.Window, least: 1);
var kills = Number("--kills", "The number of kills and of cancellations per provider; 0 for none.", defaults.Kills, least: 0);
var share = new Option<double>("--share") { Description = "The share of creates that are affected by a cell's fault, from 0 to 1.", DefaultValueFactory = _ => defaults.Share };
var provider = new Option<string>("--provider") { Description = "Run only this provider." };
provider.AcceptOnlyFromAmong([.. PaymentProviders.Names]);
string[] faults =
[
    .. PaymentProviders.Names.SelectMany(name => FaultMenu.For(name, defaults)).Select(item => item.Name).Distinct(), CancelCell.Name, KillCell.Name,
];
var fault = new Option<string>("--fault") { Description = $"Run only this cell: {string.Join(", ", faults)}.", HelpName = "kind" };
fault.AcceptOnlyFromAmong(faults);
var json = new Option<FileInfo>("--json") { Description = "Also write the results to this JSON file." };

var root = new RootCommand("Runs imports with every fault of the emulator, cancels and kills runs, and counts the customers that were lost or created twice.")
{
    rows, kills, seed, share, provider, fault, throttle, window, json,
};
root.SetAction(parsed => SoakAsync(parsed));

var address = new Option<string>("--address") { Required = true };
var workerProvider = new Option<string>("--provider") { Required = true };
var journal = new Option<string>("--journal") { Required = true };
var later = new Option<double>("--later");
var worker = new Command(Worker.Command) { address, workerProvider, rows, seed, throttle, window, journal, later };
worker.Hidden = true;
worker.SetAction(parsed => Worker.RunAsync(
    new Uri(parsed.GetValue(address)!),
    parsed.GetValue(workerProvider)!,
    Options(parsed) with { Later = TimeSpan.FromMinutes(parsed.GetValue(later)) },
    parsed.GetValue(journal)!));
root.Add(worker);

var workers = Number("--workers", "The number of concurrent workers.", new Havoc().Workers, least: 1);
var stops = Number("--stops", "The number of workers to suspend for longer than their lease.", 0, least: 0);
var serverKills = Number("--server-kills", "How often to kill the database server.", 0, least: 0);
var cuts = Number("--cuts", "The number of times the network of a worker to the database or to the provider is cut for longer than its lease.", 0, least: 0);
var clocks = Number("--clocks", "The maximum error of the workers' clocks, in minutes.", 0, least: 0);
var lease = Number("--lease", "How many seconds a worker may be silent before other workers take over its rows.", new Havoc().Lease, least: 1);
var latency = Number("--latency", "The time of the provider per request, in milliseconds.", Interruptions.LatencyMs, least: 0);
var file = new Option<bool>("--file") { Description = "Run one worker with a journal file instead, as the baseline." };
var shared = new Command(SharedCell.Name, "Runs several workers on one file, with a journal in a private PostgreSQL server.")
{
    rows, kills, seed, share, provider, throttle, window, workers, stops, serverKills, cuts, clocks, lease, latency, file, json,
};
shared.SetAction(parsed => SharedAsync(parsed));
root.Add(shared);

return await root.Parse(args).InvokeAsync();

async Task<int> SharedAsync(ParseResult parsed)
{
    if (PostgresServer.Missing is { } missing)
        throw new InvalidOperationException(missing);
    await using var server = await PostgresServer.StartAsync();
    var options = Options(parsed) with { Share = parsed.GetValue(share) };
    var results = new List<SharedResult>();
    foreach (var name in PaymentProviders.Names.Where(name => parsed.GetValue(provider) is not { } wanted || wanted == name))
    {
        var result = await SharedCell.RunAsync(server, name, options, new Havoc
        {
            Workers = parsed.GetValue(file) ? 1 : parsed.GetValue(workers),
            UsesFile = parsed.GetValue(file),
            Kills = parsed.GetValue(kills),
            Stops = parsed.GetValue(stops),
            ServerKills = parsed.GetValue(serverKills),
            Cuts = parsed.GetValue(cuts),
            Clocks = parsed.GetValue(clocks),
            Lease = parsed.GetValue(lease),
            LatencyMs = parsed.GetValue(latency),
        });
        results.Add(result);
        Console.WriteLine(result);
        foreach (var detail in result.Details)
            Console.WriteLine($"  {detail}");
    }

    if (parsed.GetValue(json) is { } target)
        Report.WriteJson(results, target.FullName);
    return results.TrueForAll(result => result.IsClean) ? 0 : 1;
}

SoakOptions Options(ParseResult parsed) => new()
{
    Rows = parsed.GetValue(rows),
    Seed = parsed.GetValue(seed),
    Throttle = parsed.GetValue(throttle),
    Window = parsed.GetValue(window),
};

async Task<int> SoakAsync(ParseResult parsed)
{
    var options = Options(parsed) with { Kills = parsed.GetValue(kills), Share = parsed.GetValue(share) };
    var only = parsed.GetValue(fault);
    var results = new List<CellResult>();
    foreach (var name in PaymentProviders.Names.Where(name => parsed.GetValue(provider) is not { } wanted || wanted == name))
    {
        foreach (var item in FaultMenu.For(name, options).Where(item => only is null || item.Name == only))
            Add(await FaultCell.RunAsync(name, item, options));
        if (options.Kills > 0 && only is null or CancelCell.Name)
            Add(await CancelCell.RunAsync(name, options));
        if (options.Kills > 0 && only is null or KillCell.Name)
            Add(await KillCell.RunAsync(name, options));
    }

    Report.Write(results);
    if (parsed.GetValue(json) is { } file)
        Report.WriteJson(results, file.FullName);
    return results.All(result => result.IsClean) ? 0 : 1;

    // A soak test takes long, so that each cell is reported immediately. The table follows at the end.
    void Add(CellResult result)
    {
        results.Add(result);
        Console.Error.WriteLine($"{result.Provider}, {result.Cell}: {(result.IsClean ? "clean" : "NOT CLEAN")}, {result.Seconds:0.0} s");
    }
}

static Option<int> Number(string name, string description, int value, int least)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
            result.AddError($"{name} must be at least {least}.");
    });
    return option;
}
