namespace PaymentCustomers.Engine.Runs;

/// <summary>Stops a run when so many rows have failed as are allowed. Safe for several threads.</summary>
/// <param name="most">So many; null for any number.</param>
/// <param name="stop">Stops the run.</param>
internal sealed class ErrorLimit(long? most, RunStop stop)
{
    private long _errors;

    /// <summary>Takes note of what became of a row.</summary>
    public DraftOutcome Record(DraftOutcome outcome)
    {
        if (outcome.Outcome is CustomerOutcome.Failed or CustomerOutcome.Unknown && Interlocked.Increment(ref _errors) == most)
            stop.Stop(new PaymentError(PaymentErrorId.TooManyErrors, RunMessages.TooManyErrors(most.Value)) { RecommendedAction = RunMessages.TooManyErrorsAction });
        return outcome;
    }
}
