using PaymentCustomers.Bench;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Tests.Bench;

public sealed class RowScaleTests
{
    [Theory]
    [InlineData(Roster.Cmdlet, 0, 16, 100_000)]
    [InlineData(Roster.Bare, 0, 1, 100_000)]
    [InlineData(Roster.Loop, 0, 16, 3000)]
    [InlineData(Roster.Cmdlet, 5, 64, 100_000)]
    [InlineData(Roster.Cmdlet, 5, 1, 2000)]
    [InlineData(Roster.Cmdlet, 50, 64, 12_800)]
    [InlineData(Roster.Cmdlet, 50, 1, 200)]
    [InlineData(Roster.Parallel, 50, 64, 3000)]
    [InlineData(Roster.Parallel, 50, 8, 1600)]
    [InlineData(Roster.Loop, 50, 64, 200)]
    public void A_slow_cell_gets_as_many_rows_as_fit_in_ten_seconds(string contestant, int latency, int throttle, int rows) =>
        Assert.Equal(rows, RowScale.For(Roster.Get(contestant), new Cell(latency, throttle), new BenchOptions()));

    [Theory]
    [InlineData(Roster.Adaptive, 4800)]
    [InlineData(Roster.Fixed, 4800)]
    public void A_limited_provider_is_measured_for_a_minute(string contestant, int rows) =>
        Assert.Equal(rows, RowScale.For(Roster.Get(contestant), Cell.Limited, new BenchOptions()));

    [Theory]
    [InlineData(Roster.SlowInput)]
    [InlineData(Roster.SlowInputCmdlet)]
    public void Slow_input_has_600_rows(string contestant) =>
        Assert.Equal(600, RowScale.For(Roster.Get(contestant), Cell.SlowInput, new BenchOptions()));

    [Fact]
    public void A_contestant_gets_at_least_one_row_and_at_most_the_requested_number()
    {
        Assert.Equal(500, RowScale.For(Roster.Get(Roster.Loop), Cell.Fast, new BenchOptions { Rows = 500 }));
        Assert.Equal(1, RowScale.For(Roster.Get(Roster.Loop), new Cell(60_000, 1), new BenchOptions()));
    }
}
