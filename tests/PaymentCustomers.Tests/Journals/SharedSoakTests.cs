using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Journals;

/// <summary>Workers in separate processes with different clocks, some of which are killed, or stopped or cut off for longer than their lease.</summary>
[Collection(PostgresTests.Name)]
public sealed class SharedSoakTests(PostgresFixture postgres)
{
    private static readonly SoakOptions Options = new() { Rows = 400, Seed = 3, Share = 0.02, Throttle = 4, Window = 32 };

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public async Task Workers_that_are_killed_stopped_or_cut_off_lose_no_row_and_repeat_none(string provider)
    {
        var result = await SharedCell.RunAsync(postgres.Server, provider, Options, new Havoc { Workers = 3, Kills = 1, Stops = 1, ServerKills = 1, Cuts = 2, Clocks = 10, Lease = 2 });

        Assert.True(result.IsClean, $"{result}: {string.Join("; ", result.Details)}");
        Assert.Equal((1, 1, 1, 2), (result.Kills, result.Stops, result.ServerKills, result.Cuts));
        Assert.Equal(0, result.Open);
    }
}
