using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>All faults of the soak, in short and at the same time.</summary>
public sealed class FaultSoakTests
{
    // Many faults for few rows.
    private static readonly SoakOptions Options = new() { Rows = 50, Seed = 7, Share = 0.1, Throttle = 16, Window = 256 };

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    [InlineData("Stripe")]
    public async Task Whatever_fails_no_row_is_lost_and_none_is_created_twice(string provider)
    {
        // An outage takes twenty rows that fail five times each: left to the long soak.
        var faults = FaultMenu.For(Options).Where(fault => fault.Name != "outage");

        var results = await Task.WhenAll(faults.Select(fault => FaultCell.RunAsync(provider, fault, Options)));

        Assert.All(results, SoakCells.AssertClean);
    }
}
