using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>A row that was taken in.</summary>
internal sealed class RunSlot(PreparedDraft draft, Task<DraftOutcome>? outcome = null)
{
    public PreparedDraft Draft => draft;

    public Task<DraftOutcome> Outcome { get; set; } = outcome!;

    /// <summary>Null for a row that is not claimed: it cannot be sent, or nothing is sent any more.</summary>
    public Claim? Claim { get; set; }
}
