namespace PaymentCustomers.Soak;

/// <summary>A run over one kind of fault.</summary>
internal static class FaultCell
{
    public static async Task<CellResult> RunAsync(string provider, FaultCase fault, SoakOptions options)
    {
        await using var cell = await Cell.OpenAsync(provider, options, FaultMenu.Rules(fault, provider, options));
        var resumed = 0;
        while (!await cell.PassAsync(options) && resumed < Cell.MostRuns)
            resumed++;
        return await cell.FinishAsync(fault.Title, resumed, options, later => cell.PassAsync(later));
    }
}
