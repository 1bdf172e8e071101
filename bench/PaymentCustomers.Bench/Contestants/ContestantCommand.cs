using System.CommandLine;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>The hidden command that runs a contestant written in C#.</summary>
internal sealed class ContestantCommand : Command
{
    private readonly Argument<string> _name = new("NAME");
    private readonly Option<Uri> _baseUri = new("--base-uri") { Required = true, CustomParser = result => new Uri(result.Tokens[0].Value) };
    private readonly Option<int> _rows = new("--rows") { Required = true };
    private readonly Option<int> _warmUp = new("--warm-up") { Required = true };
    private readonly Option<int> _throttle = new("--throttle") { Required = true };
    private readonly Option<int> _passes = new("--passes") { DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _journal = new("--journal");
    private readonly Option<string[]> _files = new("--files") { AllowMultipleArgumentsPerToken = true };

    public ContestantCommand()
        : base(Name)
    {
        Hidden = true;
        Add(_name);
        Add(_baseUri);
        Add(_rows);
        Add(_warmUp);
        Add(_throttle);
        Add(_passes);
        Add(_journal);
        Add(_files);
        SetAction(RunAsync);
    }

    /// <summary>The name of the command.</summary>
    public static new string Name => "contestant";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = parsed.GetRequiredValue(_baseUri);
        var rows = parsed.GetRequiredValue(_rows);
        var warmUp = parsed.GetRequiredValue(_warmUp);
        var throttle = parsed.GetRequiredValue(_throttle);
        var timed = parsed.GetRequiredValue(_name) switch
        {
            Roster.Bare => await BareContestant.CreateAsync(address, rows, warmUp, throttle),
            Roster.BareList => await BareContestant.ListAsync(address, rows, warmUp, parsed.GetValue(_passes)),
            Roster.Engine => await EngineContestant.CreateAsync(address, rows, warmUp, throttle, parsed.GetValue(_journal), cancellation),
            Roster.CommandLine when parsed.GetValue(_files) is [var file, var first] =>
                await CommandLineContestant.ImportAsync(address, file, warmUp == 0 ? null : first, throttle, cancellation),
            var other => throw new ArgumentException($"No contestant here: {other}."),
        };
        Console.WriteLine(timed);
        return 0;
    }
}
