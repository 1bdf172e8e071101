namespace PaymentCustomers.Bench.Contestants;

/// <summary>The task of a contestant.</summary>
/// <param name="Cell">The conditions.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Files">The files of the benchmark run.</param>
/// <param name="Module">The path of the module's manifest.</param>
internal sealed record Job(Cell Cell, int Rows, WorkFolder Files, string Module)
{
    /// <summary>The number of warm-up rows.</summary>
    public int WarmUp { get; init; } = 1;

    /// <summary>The path of the command line program.</summary>
    public string Program { get; init; } = Places.CommandLine;

    /// <summary>The address of the emulator's OnePay.</summary>
    public Uri? BaseUri { get; init; }
}
