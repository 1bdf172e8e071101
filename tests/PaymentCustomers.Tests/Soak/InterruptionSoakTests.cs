using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>Runs that are broken off, and once more while the next one looks for what was left in doubt.</summary>
public sealed class InterruptionSoakTests
{
    // Slow enough that no machine is done before the run is broken off; few faults, each of which would add seconds.
    private static readonly SoakOptions Options = new() { Rows = 150, Seed = 5, Kills = 1, Share = 0.02, Throttle = 4, Window = 64 };

    [Fact]
    public async Task A_run_that_is_killed_or_cancelled_goes_on_without_losing_or_repeating_a_row()
    {
        var results = await Task.WhenAll(
            KillCell.RunAsync("Dots", Options),
            KillCell.RunAsync("OnePay", Options),
            KillCell.RunAsync("Stripe", Options),
            CancelCell.RunAsync("Dots", Options),
            CancelCell.RunAsync("OnePay", Options),
            CancelCell.RunAsync("Stripe", Options));

        Assert.All(results, SoakCells.AssertClean);
        Assert.All(results, result => Assert.NotEmpty(result.InDoubt!));
    }
}
