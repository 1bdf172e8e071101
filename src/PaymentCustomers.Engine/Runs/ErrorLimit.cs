namespace PaymentCustomers.Engine.Runs;

/// <summary>Stops a run when the permitted number of rows has failed. Safe for concurrent use.</summary>
/// <param name="most">The number of failed rows; null for no limit.</param>
/// <param name="stop">Stops the run.</param>
internal sealed class ErrorLimit(long? most, RunStop stop)
{
    private long _errors;

    /// <summary>Records the outcome of a row.</summary>
    public DraftOutcome Record(DraftOutcome outcome)
    {
        if (outcome.Outcome is CustomerOutcome.Failed or CustomerOutcome.Unknown && Interlocked.Increment(ref _errors) == most)
            stop.Stop(new PaymentError(PaymentErrorId.TooManyErrors, RunMessages.TooManyErrors(most.Value)) { RecommendedAction = RunMessages.TooManyErrorsAction });
        return outcome;
    }
}
