using PaymentCustomers.Engine.Creation;
using PaymentCustomers.Engine.Drafts;

namespace PaymentCustomers.Cli.Import;

/// <summary>What became of a row.</summary>
internal sealed record RowReport(Draft Draft, RowOutcome Outcome, PaymentCustomerResult? Customer = null, PaymentError? Error = null)
{
    /// <summary>Whether the row has to be looked at or sent again.</summary>
    public bool IsOpen => Outcome is RowOutcome.Failed or RowOutcome.Unknown or RowOutcome.NotSent;

    public static RowReport Of(DraftOutcome outcome) => new(outcome.Draft, Enum.Parse<RowOutcome>(outcome.Outcome.ToString()), outcome.Customer, outcome.Error);
}
