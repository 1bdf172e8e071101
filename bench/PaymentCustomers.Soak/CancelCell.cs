namespace PaymentCustomers.Soak;

/// <summary>A run that is cancelled several times while it is in progress, as by Ctrl+C, and is then completed.</summary>
internal static class CancelCell
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "cancels";

    public static async Task<CellResult> RunAsync(string provider, SoakOptions options)
    {
        options = Interruptions.For(options);
        await using var cell = await Cell.OpenAsync(provider, options, FaultMenu.Mixed(provider, options), Interruptions.LatencyMs);
        var inDoubt = new List<int>();
        foreach (var moment in Interruptions.Moments(cell.Rows, options))
        {
            using var cancellation = new CancellationTokenSource();
            var pass = Task.Run(() => cell.PassAsync(options, cancellation.Token));
            var isUnderWay = await Interruptions.WaitAsync(cell, moment, () => pass.IsCompleted);
            await cancellation.CancelAsync();
            await pass;
            if (!isUnderWay)
                break;
            inDoubt.Add(cell.InDoubt());
        }

        await cell.PassAsync(options);
        return await cell.FinishAsync($"{inDoubt.Count} cancels", inDoubt.Count, options, later => cell.PassAsync(later)) with { InDoubt = inDoubt };
    }
}
