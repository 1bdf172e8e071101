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
string[] faults = [.. FaultMenu.For(defaults).Select(item => item.Name), CancelCell.Name, KillCell.Name];
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
var journal = new Option<FileInfo>("--journal") { Required = true };
var later = new Option<double>("--later");
var worker = new Command(Worker.Command) { address, workerProvider, rows, seed, throttle, window, journal, later };
worker.Hidden = true;
worker.SetAction(parsed => Worker.RunAsync(
    new Uri(parsed.GetValue(address)!),
    parsed.GetValue(workerProvider)!,
    Options(parsed) with { Later = TimeSpan.FromMinutes(parsed.GetValue(later)) },
    parsed.GetValue(journal)!.FullName));
root.Add(worker);

return await root.Parse(args).InvokeAsync();

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
        foreach (var item in FaultMenu.For(options).Where(item => only is null || item.Name == only))
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

    // A soak is long: each cell is told of when it is done, the table follows.
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
