using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The outcome of a row.</summary>
/// <param name="Draft">The row.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Customer">The row's customer, if there is one.</param>
/// <param name="Error">The error, if there was one.</param>
internal sealed record RowReport(Draft Draft, CustomerOutcome Outcome, PaymentCustomerResult? Customer = null, PaymentError? Error = null)
{
    /// <summary>The idempotency key, if the row has a customer or may have one; null if no request was made.</summary>
    public string? Key => Error?.IdempotencyKey ?? Draft[CustomerField.IdempotencyKey];

    /// <summary>Whether the row has to be reviewed or sent again.</summary>
    public bool IsOpen => Outcome is CustomerOutcome.Failed or CustomerOutcome.Unknown or CustomerOutcome.NotSent;

    /// <summary>The state of a row without a customer.</summary>
    public RejectState State => RejectColumns.StateOf(Outcome, Error?.Id, Draft.IsDoubtful);

    /// <summary>Why the row has no customer, without the row number, which is in another column.</summary>
    public string Reason
    {
        get
        {
            var row = $"{RowMessages.Row(Draft.Row)}: ";
            var message = Error?.Message ?? ImportMessages.StoppedBefore;
            return message.StartsWith(row, StringComparison.Ordinal) ? message[row.Length..] : message;
        }
    }

    /// <summary>Creates the report of an outcome. A row that was not sent has no error of its own, because the run reports the reason once.</summary>
    public static RowReport Of(DraftOutcome outcome) => new(
        outcome.Draft, outcome.Outcome, outcome.Customer, outcome.Outcome == CustomerOutcome.NotSent ? null : outcome.Error);
}
