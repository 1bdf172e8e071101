using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>A submitted row.</summary>
internal sealed class RunSlot(PreparedDraft draft, Task<DraftOutcome>? outcome = null)
{
    public PreparedDraft Draft => draft;

    public Task<DraftOutcome> Outcome { get; set; } = outcome!;

    /// <summary>The claim; null if the row is not claimed because it cannot be sent, or nothing more is sent.</summary>
    public Claim? Claim { get; set; }
}
