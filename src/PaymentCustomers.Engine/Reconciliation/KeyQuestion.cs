namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>A key to search for in the list.</summary>
/// <param name="Key">The key.</param>
/// <param name="Doubt">When the doubtful request ended.</param>
/// <param name="IsOld">Whether that is so long ago that the list must show its customer by now.</param>
internal sealed record KeyQuestion(string Key, long Doubt, bool IsOld)
{
    /// <summary>When the next scan for it may start.</summary>
    public required long Ready { get; set; }

    /// <summary>When the search is given up.</summary>
    public required long GiveUp { get; init; }

    /// <summary>The number of scans without a result.</summary>
    public int Scans { get; set; }

    /// <summary>The result.</summary>
    public TaskCompletionSource<Finding> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
