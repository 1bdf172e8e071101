using PaymentCustomers.Emulator;
using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>All faults of the soak in a short form, at the same time.</summary>
public sealed class FaultSoakTests
{
    // Many faults among few rows.
    private static readonly SoakOptions Options = new() { Rows = 50, Seed = 7, Share = 0.1, Throttle = 16, Window = 256 };

    [Theory]
    [InlineData("Dots", 2)]
    [InlineData("OnePay", 1)]
    [InlineData("Stripe", 1)]
    public void Every_fault_of_the_emulator_is_in_a_cell(string provider, int leftOut)
    {
        var catalog = FaultMenu.For(provider, Options).Where(fault => fault.Ends).ToList();
        var all = EmulatedProvider.Parse(provider).Faults;

        // Two faults are left out: sameId, and storedTwice where nothing can prevent it. See docs/answers.md and
        // AnswerSequenceTests.
        var ofCreates = catalog.Where(fault => fault.Played is null).Sum(fault => fault.Rules.Count);
        Assert.Equal(all.Count - leftOut, ofCreates + catalog.Count(fault => fault.Played is not null));
        Assert.Equal(catalog.Select(fault => fault.Name).Distinct().Count(), catalog.Count);
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    [InlineData("Stripe")]
    public async Task No_row_is_lost_or_created_twice_under_any_fault(string provider)
    {
        // The long soak tests outages and several faults at once, because an outage needs twenty rows that fail five times each.
        var faults = FaultMenu.For(provider, Options).Where(fault => !fault.Ends && fault.Name != "outage");

        var results = await Task.WhenAll(faults.Select(fault => FaultCell.RunAsync(provider, fault, Options)));

        Assert.All(results, SoakCells.AssertClean);
    }
}
