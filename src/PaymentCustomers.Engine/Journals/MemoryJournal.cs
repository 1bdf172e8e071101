using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>A journal for a run that is not recorded. It only detects rows that occur twice.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly KeyLedger _ledger = new();

    public bool IsKept => false;

    public bool IsContinued => false;

    public IReadOnlyCollection<string> SomeCreated => [];

    public PaymentException? Failure => null;

    public ValueTask<Claim> ClaimAsync(long row, string key) => ValueTask.FromResult(Claim.Of(_ledger, row, key));

    public ValueTask<Claim> LookAsync(long row, string key) => ValueTask.FromResult(Claim.Look(_ledger, row, key));

    public bool TryOwn(string id) => _ledger.TryOwn(id);

    public KeyRecord Recall(Claim claim) => _ledger.Recall(claim.Hash);

    public void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null) => _ledger.Note(claim.Hash, state, id);

    public void NoteRefused(long row, PaymentError error)
    {
    }

    public void Hurry()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
