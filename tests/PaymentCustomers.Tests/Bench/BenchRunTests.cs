using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Tests.Bench;

public sealed class BenchRunTests
{
    [Fact]
    public async Task Contestants_take_turns_and_every_second_round_has_the_reverse_order()
    {
        var seen = new List<string>();

        await BenchRun.InterleaveAsync([Roster.Get(Roster.Bare), Roster.Get(Roster.Engine)], 3, (one, round) =>
        {
            seen.Add($"{one.Name} {round}");
            return Task.CompletedTask;
        });

        Assert.Equal(["bare 1", "engine 1", "engine 2", "bare 2", "bare 3", "engine 3"], seen);
    }

    [Fact]
    public void Contestants_that_need_PowerShell_are_listed_as_skipped_if_it_is_missing()
    {
        using var run = new BenchRun(new BenchOptions { Contestants = [Roster.Bare, Roster.Cmdlet] }, hasPowerShell: false, _ => { });

        Assert.Equal([Roster.Cmdlet], run.Skipped);
    }

    [Fact]
    public async Task The_contestants_without_PowerShell_create_all_their_rows()
    {
        var measurements = new List<Measurement>();
        var options = new BenchOptions
        {
            Rows = 200,
            Repeat = 1,
            WarmUp = TimeSpan.FromMilliseconds(1),
            Cells = [new Cell(0, 4)],
            Contestants = [Roster.Bare, Roster.Engine, Roster.EngineJournal, Roster.CommandLine],
        };
        using var run = new BenchRun(options, hasPowerShell: false, measurements.Add);

        // The run throws if a customer is missing.
        await run.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(options.Contestants, measurements.Select(one => one.Contestant));
        Assert.All(measurements, one => Assert.Equal((200, 4, 1), (one.Rows, one.Throttle, one.Round)));
        Assert.All(measurements, one => Assert.True(one.Seconds > 0 && one.ProcessSeconds > one.Seconds));
    }
}
