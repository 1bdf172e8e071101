using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>What became of a row.</summary>
internal sealed record RowReport(Draft Draft, RowOutcome Outcome, PaymentCustomerResult? Customer = null, PaymentError? Error = null)
{
    /// <summary>Whether the row has to be looked at or sent again.</summary>
    public bool IsOpen => Outcome is RowOutcome.Failed or RowOutcome.Unknown or RowOutcome.NotSent;

    /// <summary>A row that was not sent has no error of its own: the run's reason is said once.</summary>
    public static RowReport Of(DraftOutcome outcome) => outcome.Error?.Id == PaymentErrorId.NotSent
        ? new(outcome.Draft, RowOutcome.NotSent)
        : new(outcome.Draft, Enum.Parse<RowOutcome>(outcome.Outcome.ToString()), outcome.Customer, outcome.Error);
}
