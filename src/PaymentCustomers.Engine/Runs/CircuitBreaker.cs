namespace PaymentCustomers.Engine.Runs;

/// <summary>Stops a run when the provider is gone: so many rows in a row failed for want of it.</summary>
/// <param name="outcomes">What is said of rows and of the run.</param>
/// <param name="stop">Stops the run.</param>
internal sealed class CircuitBreaker(RowOutcomes outcomes, RunStop stop)
{
    private const int Threshold = 20;

    private int _failuresInARow;

    /// <summary>Takes note of what became of a row.</summary>
    public void Record(DraftOutcome outcome)
    {
        // A provider that refuses is there, even where the row is in doubt for what was before.
        var isThere = outcome.Error is { Status: >= 400 and < 500 and not (401 or 408 or 409 or 423 or 425 or 429 or 499) };
        var isGone = !isThere && outcome.Error?.Id is PaymentErrorId.ConnectionFailed or PaymentErrorId.RequestTimedOut
            or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited or PaymentErrorId.OutcomeUnknown;
        var failures = isGone ? Interlocked.Increment(ref _failuresInARow) : Interlocked.Exchange(ref _failuresInARow, 0);
        if (isGone && failures >= Threshold)
            stop.Stop(outcomes.ProviderGone(Threshold, outcome.Error!));
    }
}
