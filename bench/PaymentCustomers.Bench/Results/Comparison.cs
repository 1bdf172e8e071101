namespace PaymentCustomers.Bench.Results;

/// <summary>The result of a comparison.</summary>
internal enum Verdict
{
    /// <summary>A required measurement is missing.</summary>
    NotMeasured,

    /// <summary>The target is reached.</summary>
    Pass,

    /// <summary>The target is not reached.</summary>
    Short,
}

/// <summary>A target for a ratio of two medians.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Target">The target ratio.</param>
/// <param name="Measured">The measured ratio; null if it was not measured.</param>
internal sealed record Comparison(string Name, double Target, double? Measured)
{
    /// <summary>Whether the target is a maximum instead of a minimum.</summary>
    public bool IsLimit { get; init; }

    public Verdict Verdict => Measured switch
    {
        null => Verdict.NotMeasured,
        { } ratio when (IsLimit ? ratio <= Target : ratio >= Target) => Verdict.Pass,
        _ => Verdict.Short,
    };
}
