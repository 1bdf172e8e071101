using System.CommandLine;
using System.Text.Json;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>The process of a contestant that is written in C#.</summary>
internal sealed class ContestantCommand : Command
{
    private readonly Argument<string> _name = new("NAME");
    private readonly Option<Uri> _baseUri = new("--base-uri") { Required = true, CustomParser = result => new Uri(result.Tokens[0].Value) };
    private readonly Option<int> _rows = new("--rows") { Required = true };
    private readonly Option<int> _throttle = new("--throttle") { Required = true };
    private readonly Option<string?> _journal = new("--journal");

    public ContestantCommand()
        : base(Name)
    {
        Hidden = true;
        Add(_name);
        Add(_baseUri);
        Add(_rows);
        Add(_throttle);
        Add(_journal);
        SetAction(RunAsync);
    }

    /// <summary>How it is asked for.</summary>
    public static new string Name => "contestant";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = parsed.GetRequiredValue(_baseUri);
        var rows = parsed.GetRequiredValue(_rows);
        var throttle = parsed.GetRequiredValue(_throttle);
        var elapsed = parsed.GetRequiredValue(_name) switch
        {
            Roster.Bare => await BareContestant.CreateAsync(address, rows, throttle),
            Roster.BareList => await BareContestant.ListAsync(address, rows),
            Roster.Engine => await EngineContestant.CreateAsync(address, rows, throttle, parsed.GetValue(_journal), cancellation),
            var other => throw new ArgumentException($"No contestant here: {other}."),
        };
        Console.WriteLine(JsonSerializer.Serialize(new { seconds = elapsed.TotalSeconds }));
        return 0;
    }
}
