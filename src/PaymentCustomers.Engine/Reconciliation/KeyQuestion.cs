namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>A key that is to be found in the list, or shown not to be there.</summary>
/// <param name="Key">The key.</param>
/// <param name="Doubt">When the doubtful request had ended.</param>
/// <param name="IsOld">Whether that is so long ago that no list is behind it any more.</param>
internal sealed record KeyQuestion(string Key, long Doubt, bool IsOld)
{
    /// <summary>When the next scan for it may begin.</summary>
    public required long Ready { get; set; }

    /// <summary>When it is given up.</summary>
    public required long GiveUp { get; init; }

    /// <summary>Scans that proved nothing.</summary>
    public int Scans { get; set; }

    /// <summary>The answer.</summary>
    public TaskCompletionSource<Finding> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
