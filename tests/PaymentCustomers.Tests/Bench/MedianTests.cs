using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Bench.Results;

namespace PaymentCustomers.Tests.Bench;

public sealed class MedianTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 7)]
    [InlineData(new[] { 9.0, 1, 5 }, 5)]
    [InlineData(new[] { 4.0, 100, 1, 2 }, 3)]
    public void The_median_is_the_middle_value(double[] values, double median) => Assert.Equal(median, Medians.Of(values));

    [Fact]
    public void The_median_of_no_values_is_an_error() => Assert.Throws<ArgumentException>(() => Medians.Of([]));

    [Fact]
    public void A_contestant_without_measurements_has_no_rate() =>
        Assert.Null(Medians.RowsPerSecond([Measured.Create(Roster.Bare, 10)], Section.Create, Roster.Cmdlet, Cell.Fast));

    [Fact]
    public void A_standing_has_the_median_rate_of_its_rounds_and_the_ratio_to_the_bare_client_in_the_same_cell()
    {
        var standings = Standing.Of(
        [
            Measured.Create(Roster.Cmdlet, 500, 1), Measured.Create(Roster.Cmdlet, 800, 2), Measured.Create(Roster.Cmdlet, 100, 3),
            Measured.Create(Roster.Bare, 1000), Measured.Create(Roster.Bare, 10, cell: Cell.Slow),
        ]);

        Assert.Equal([Roster.Bare, Roster.Cmdlet, Roster.Bare], standings.Select(standing => standing.Contestant));
        var cmdlet = standings[1];
        Assert.Equal((500, 100, 800), (Math.Round(cmdlet.RowsPerSecond), Math.Round(cmdlet.LowestRowsPerSecond), Math.Round(cmdlet.HighestRowsPerSecond)));
        Assert.Equal(0.5, cmdlet.Ratio!.Value, 6);
        Assert.Equal(3, cmdlet.Measurements);
        Assert.Equal(1, standings[2].Ratio);
    }

    [Fact]
    public void The_standing_of_a_module_import_has_the_ratio_of_the_times()
    {
        var standings = Standing.Of([Measured.Import(Roster.EmptyImport, 0.25), Measured.Import(Roster.ModuleImport, 0.5)]);

        Assert.Equal([1.0, 2.0], standings.Select(standing => standing.Ratio!.Value));
    }
}
