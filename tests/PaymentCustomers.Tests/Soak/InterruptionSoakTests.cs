using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>Runs that are interrupted, and interrupted again while the next run searches for rows in doubt.</summary>
public sealed class InterruptionSoakTests
{
    // The run is slow enough that no machine finishes it before it is interrupted. There are few faults, because each takes
    // seconds.
    private static readonly SoakOptions Options = new() { Rows = 150, Seed = 5, Kills = 1, Share = 0.02, Throttle = 4, Window = 64 };

    [Fact]
    public async Task An_interrupted_run_continues_without_losing_or_repeating_a_row()
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
