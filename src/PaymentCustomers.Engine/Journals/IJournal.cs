using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The record of a run: who may send which row, and what became of each. It is kept in memory, in a file, or where
/// several machines share it. Safe for several threads.
/// </summary>
internal interface IJournal : IAsyncDisposable
{
    /// <summary>Whether a later run can go on with it.</summary>
    bool IsKept { get; }

    /// <summary>Whether an earlier run has written it: a row that it does not know may be one that was changed since.</summary>
    bool IsContinued { get; }

    /// <summary>Whether it was begun with other values for all rows than the run's: rows that come out differently count as others.</summary>
    bool HasOtherValues => false;

    /// <summary>What people should know of the input with which it was begun; null if nothing.</summary>
    string? InputWarning => null;

    /// <summary>Whether it was begun when the same content made other keys.</summary>
    bool HasOtherKeys => false;

    /// <summary>What the run has to do with others that write the journal at the same time; null if it is this run's alone.</summary>
    ISharedRun? Shared => null;

    /// <summary>Some of the keys whose customers an earlier run has created.</summary>
    IReadOnlyCollection<string> SomeCreated { get; }

    /// <summary>Why it can no longer be written; null while it can. Nothing may be sent then.</summary>
    PaymentException? Failure { get; }

    /// <summary>Claims a row for this run, by its key.</summary>
    /// <param name="row">The row's place in the input, from 1.</param>
    /// <param name="key">The row's idempotency key.</param>
    ValueTask<Claim> ClaimAsync(long row, string key);

    /// <summary>What became of a key that somebody else has claimed; known once that row's outcome was given out.</summary>
    KeyRecord Recall(Claim claim);

    /// <summary>
    /// What a claim on a row would come to, without claiming it: for rows that are not sent any more. Where it is not known
    /// whether the row was sent, <see cref="ClaimKind.MineInDoubt"/>.
    /// </summary>
    /// <param name="row">The row's place in the input, from 1.</param>
    /// <param name="key">The row's idempotency key.</param>
    Claim Look(long row, string key);

    /// <summary>Takes the id of a customer for the row that created it.</summary>
    /// <returns>False if another row has it already.</returns>
    bool TryOwn(string id);

    /// <summary>Notes what became of a claimed row; recorded soon, at the latest when the journal is closed.</summary>
    /// <param name="claim">The row's claim.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="id">The provider's id for the customer, if there is one.</param>
    /// <param name="error">What went wrong, if anything did.</param>
    void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null);

    /// <summary>Notes a row that was refused before anything was sent for it; recorded soon, as <see cref="Note"/>.</summary>
    /// <param name="row">The row's place in the input, from 1.</param>
    /// <param name="error">Why.</param>
    void NoteRefused(long row, PaymentError error);

    /// <summary>Somebody waits for what was noted: it is recorded now.</summary>
    void Hurry();
}
