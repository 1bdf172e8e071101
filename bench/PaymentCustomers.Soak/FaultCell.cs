namespace PaymentCustomers.Soak;

/// <summary>A run with one kind of fault.</summary>
internal static class FaultCell
{
    public static async Task<CellResult> RunAsync(string provider, FaultCase fault, SoakOptions options)
    {
        await using var cell = await Cell.OpenAsync(provider, options, fault.Rules);
        var usual = cell.Emulator.Options;
        if (fault.Played?.Options is not null)
            cell.Emulator.Play(fault.Played);
        cell.Emulator.SetFaults(fault.Rules);
        cell.Ledger.MayExist = fault.Ends;
        var resumed = 0;
        bool isComplete;
        while (!(isComplete = await cell.PassAsync(options)) && resumed < Cell.MostRuns)
            resumed++;
        if (fault.Ends)
            await cell.EndFaultsAsync(usual);
        return await cell.FinishAsync(fault.Title, resumed, options, later => cell.PassAsync(later), isComplete);
    }
}
