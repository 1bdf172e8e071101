using System.CommandLine;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Soak;

var defaults = new SoakOptions();
var rows = Number("--rows", "Rows in each cell.", defaults.Rows, least: 1);
var seed = new Option<int>("--seed") { Description = "Decides rows, faults and kills.", DefaultValueFactory = _ => defaults.Seed };
var throttle = Number("--throttle", "Requests at once.", defaults.Throttle, least: 1);
var window = Number("--window", "Rows taken in and not yet given out.", defaults.Window, least: 1);
var kills = Number("--kills", "Kills per provider, and cancellations; 0 for neither.", defaults.Kills, least: 0);
var share = new Option<double>("--share") { Description = "Share of the creates that suffer a cell's fault.", DefaultValueFactory = _ => defaults.Share };
var provider = new Option<string>("--provider") { Description = "Only this provider." };
provider.AcceptOnlyFromAmong([.. PaymentProviders.Names]);
string[] faults =
[
    .. PaymentProviders.Names.SelectMany(name => FaultMenu.For(name, defaults)).Select(item => item.Name).Distinct(), CancelCell.Name, KillCell.Name,
];
var fault = new Option<string>("--fault") { Description = $"Only this one: {string.Join(", ", faults)}.", HelpName = "kind" };
fault.AcceptOnlyFromAmong(faults);
var json = new Option<FileInfo>("--json") { Description = "Where the results go as JSON too." };

var root = new RootCommand("Runs over every fault there is, cancelled and killed runs, and counts what was lost or created twice.")
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

var workers = Number("--workers", "Workers at once.", new Havoc().Workers, least: 1);
var stops = Number("--stops", "Workers that are stopped for longer than their lease.", 0, least: 0);
var serverKills = Number("--server-kills", "Kills of the database server.", 0, least: 0);
var lease = Number("--lease", "Seconds that a worker may be silent.", new Havoc().Lease, least: 1);
var latency = Number("--latency", "Milliseconds that the provider takes.", Interruptions.LatencyMs, least: 0);
var file = new Option<bool>("--file") { Description = "One worker with its journal in a file, to compare with." };
var shared = new Command(SharedCell.Name, "Several workers on one file, with a journal in a PostgreSQL server of its own.")
{
    rows, kills, seed, share, provider, throttle, window, workers, stops, serverKills, lease, latency, file, json,
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
            result.AddError($"{name} is at least {least}.");
    });
    return option;
}
