namespace PaymentCustomers.Bench.Results;

/// <summary>What a comparison came to.</summary>
internal enum Verdict
{
    /// <summary>What it needs was not measured.</summary>
    NotMeasured,

    /// <summary>The target is reached.</summary>
    Pass,

    /// <summary>It is not.</summary>
    Short,
}

/// <summary>One figure that has to be reached.</summary>
/// <param name="Name">What is held against what.</param>
/// <param name="Target">The ratio that is wanted.</param>
/// <param name="Measured">The ratio of the medians; null if it was not measured.</param>
internal sealed record Comparison(string Name, double Target, double? Measured)
{
    /// <summary>Whether the target is the most and not the least.</summary>
    public bool IsLimit { get; init; }

    public Verdict Verdict => Measured switch
    {
        null => Verdict.NotMeasured,
        { } ratio when (IsLimit ? ratio <= Target : ratio >= Target) => Verdict.Pass,
        _ => Verdict.Short,
    };
}
