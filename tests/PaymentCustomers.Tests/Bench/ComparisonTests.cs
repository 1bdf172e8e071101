using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Results;

namespace PaymentCustomers.Tests.Bench;

public sealed class ComparisonTests
{
    private const string Slow = "cmdlet / ideal, 50 ms, 64 at once";
    private const string Memory = "memory, longest run less 48 bytes a row / shortest";

    [Theory]
    [InlineData(0.90, false, "Pass")]
    [InlineData(0.89, false, "Short")]
    [InlineData(0.90, true, "Pass")]
    [InlineData(0.91, true, "Short")]
    [InlineData(null, false, "NotMeasured")]
    [InlineData(null, true, "NotMeasured")]
    public void A_target_is_a_minimum_or_a_maximum(double? measured, bool isLimit, string verdict) =>
        Assert.Equal(verdict, new Comparison("a / b", 0.90, measured) { IsLimit = isLimit }.Verdict.ToString());

    [Fact]
    public void A_comparison_without_a_measurement_is_reported_as_not_measured() =>
        Assert.All(Comparisons.Of([Measured.Create(Roster.Bare, 1000)]), comparison => Assert.Equal(Verdict.NotMeasured, comparison.Verdict));

    [Theory]
    [InlineData("cmdlet / bare HttpClient", Roster.Cmdlet, Roster.Bare)]
    [InlineData("engine / bare HttpClient", Roster.Engine, Roster.Bare)]
    [InlineData("command line / bare HttpClient", Roster.CommandLine, Roster.Bare)]
    [InlineData("cmdlet with journal / without", Roster.CmdletJournal, Roster.Cmdlet)]
    [InlineData("engine with journal / without", Roster.EngineJournal, Roster.Engine)]
    [InlineData("cmdlet / Invoke-RestMethod loop", Roster.Cmdlet, Roster.Loop)]
    [InlineData("cmdlet / ForEach-Object -Parallel", Roster.Cmdlet, Roster.Parallel)]
    public void Rates_are_compared_with_16_parallel_requests_and_a_server_without_delay(string name, string ours, string other)
    {
        var compared = Comparisons.Of(
        [
            Measured.Create(ours, 800), Measured.Create(other, 1000), Measured.Create(ours, 1, cell: Cell.Slow), Measured.Create(other, 1, cell: Cell.Slow),
        ]);

        Assert.Equal(0.8, Of(compared, name)!.Value, 6);
    }

    [Fact]
    public void The_rate_at_a_slow_server_is_compared_with_the_rate_that_its_delay_allows() =>
        Assert.Equal(0.5, Of(Comparisons.Of([Measured.Create(Roster.Cmdlet, 640, cell: Cell.Slow)]), Slow)!.Value, 6);

    [Fact]
    public void Imports_of_modules_are_compared_by_their_time() => Assert.Equal(
        2, Of(Comparisons.Of([Measured.Import(Roster.ModuleImport, 0.5), Measured.Import(Roster.EmptyImport, 0.25)]), "module import / empty module"));

    [Fact]
    public void The_longest_run_may_use_48_bytes_per_row_more_than_the_shortest()
    {
        var compared = Comparisons.Of(
        [
            Measured.Memory(Roster.Cmdlet, 10, 1000, 1), Measured.Memory(Roster.Cmdlet, 10, 9000, 2), Measured.Memory(Roster.Cmdlet, 10, 900, 3),
            Measured.Memory(Roster.Cmdlet, 100, 5000), Measured.Memory(Roster.Cmdlet, 1000, 49_500),
        ]);

        Assert.Equal(1.5, Of(compared, Memory));
    }

    private static double? Of(IReadOnlyList<Comparison> compared, string name) => Assert.Single(compared, one => one.Name == name).Measured;
}
