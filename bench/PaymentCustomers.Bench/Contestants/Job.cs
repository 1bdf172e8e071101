namespace PaymentCustomers.Bench.Contestants;

/// <summary>What a contestant has to do.</summary>
/// <param name="Cell">Under which conditions.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Files">The files of the run.</param>
internal sealed record Job(Cell Cell, int Rows, WorkFolder Files)
{
    /// <summary>How many rows it does before those that count.</summary>
    public int WarmUp { get; init; } = 1;

    /// <summary>Where the emulator's OnePay is.</summary>
    public Uri? BaseUri { get; init; }
}
