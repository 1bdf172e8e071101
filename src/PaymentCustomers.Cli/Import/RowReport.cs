using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>What became of a row.</summary>
/// <param name="Draft">The row.</param>
/// <param name="Outcome">What became of it; null in a dry run that found nothing wrong with it.</param>
/// <param name="Customer">Its customer, if there is one.</param>
/// <param name="Error">What went wrong, if anything did.</param>
internal sealed record RowReport(Draft Draft, CustomerOutcome? Outcome, PaymentCustomerResult? Customer = null, PaymentError? Error = null)
{
    /// <summary>Whether the row has to be looked at or sent again.</summary>
    public bool IsOpen => Outcome is CustomerOutcome.Failed or CustomerOutcome.Unknown or CustomerOutcome.NotSent;

    /// <summary>A row that was not sent has no error of its own: the run's reason is said once.</summary>
    public static RowReport Of(DraftOutcome outcome) => new(
        outcome.Draft, outcome.Outcome, outcome.Customer, outcome.Outcome == CustomerOutcome.NotSent ? null : outcome.Error);
}
