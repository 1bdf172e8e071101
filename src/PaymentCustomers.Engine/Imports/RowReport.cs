using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>What became of a row.</summary>
/// <param name="Draft">The row.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Customer">Its customer, if there is one.</param>
/// <param name="Error">What went wrong, if anything did.</param>
internal sealed record RowReport(Draft Draft, CustomerOutcome Outcome, PaymentCustomerResult? Customer = null, PaymentError? Error = null)
{
    /// <summary>What the row is known by, where it has a customer or may have one; null if nothing was made of it.</summary>
    public string? Key => Error?.IdempotencyKey ?? Draft[CustomerField.IdempotencyKey];

    /// <summary>Whether the row has to be looked at or sent again.</summary>
    public bool IsOpen => Outcome is CustomerOutcome.Failed or CustomerOutcome.Unknown or CustomerOutcome.NotSent;

    /// <summary>What is known of a row without a customer.</summary>
    public RejectState State => RejectColumns.StateOf(Outcome, Error?.Id, Draft.IsDoubtful);

    /// <summary>Why the row has no customer, without its number, which stands beside it.</summary>
    public string Reason
    {
        get
        {
            var row = $"{RowMessages.Row(Draft.Row)}: ";
            var message = Error?.Message ?? ImportMessages.StoppedBefore;
            return message.StartsWith(row, StringComparison.Ordinal) ? message[row.Length..] : message;
        }
    }

    /// <summary>A row that was not sent has no error of its own: the run's reason is said once.</summary>
    public static RowReport Of(DraftOutcome outcome) => new(
        outcome.Draft, outcome.Outcome, outcome.Customer, outcome.Outcome == CustomerOutcome.NotSent ? null : outcome.Error);
}
