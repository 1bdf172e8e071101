using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The place of a row in the order of a run. It is filled when the row is submitted, perhaps by another thread.</summary>
internal sealed class RunSlot
{
    private Task<DraftOutcome>? _outcome;

    /// <summary>The row. Set before the outcome.</summary>
    public PreparedDraft Draft { get; set; } = null!;

    /// <summary>The claim; null if the row is not claimed because it cannot be sent, or nothing more is sent.</summary>
    public Claim? Claim { get; set; }

    /// <summary>The outcome; null until the row is submitted. Set last.</summary>
    public Task<DraftOutcome>? Outcome
    {
        get => Volatile.Read(ref _outcome);
        set => Volatile.Write(ref _outcome, value);
    }
}
