using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>Checks of the short soaks for the cells of bench/PaymentCustomers.Soak.</summary>
internal static class SoakCells
{
    public static void AssertClean(CellResult result)
    {
        Assert.True(result.IsClean, $"{result.Provider}, {result.Cell}: {string.Join("; ", result.Details)}");
        Assert.InRange(result.Created, result.Rows / 2, result.Rows);
    }
}
