namespace PaymentCustomers.Engine.Runs;

/// <summary>Stops a run when the provider is not available, after a number of consecutive rows have failed for that reason.</summary>
/// <param name="outcomes">Creates the errors.</param>
/// <param name="stop">Stops the run.</param>
internal sealed class CircuitBreaker(RowOutcomes outcomes, RunStop stop)
{
    private const int Threshold = 20;

    private int _failuresInARow;

    /// <summary>Records the outcome of a row.</summary>
    public void Record(DraftOutcome outcome)
    {
        // A provider that rejects a row is available, even if the row is in doubt because of an earlier attempt.
        var isThere = outcome.Error is { Status: >= 400 and < 500 and not (401 or 408 or 409 or 423 or 425 or 429 or 499) };
        var isGone = !isThere && outcome.Error?.Id is PaymentErrorId.ConnectionFailed or PaymentErrorId.RequestTimedOut
            or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited or PaymentErrorId.OutcomeUnknown;
        var failures = isGone ? Interlocked.Increment(ref _failuresInARow) : Interlocked.Exchange(ref _failuresInARow, 0);
        if (isGone && failures >= Threshold)
            stop.Stop(outcomes.ProviderGone(Threshold, outcome.Error!));
    }
}
