using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The record of a run: which worker may send which row, and the result of each row. It is kept in memory, in a file, or in a
/// database that several machines share. Safe for concurrent use.
/// </summary>
internal interface IJournal : IAsyncDisposable
{
    /// <summary>Whether a later run can continue it.</summary>
    bool IsKept { get; }

    /// <summary>Whether an earlier run has written to it. A row that is not in it may then be a row that was changed since.</summary>
    bool IsContinued { get; }

    /// <summary>Whether it was started with other values for all rows than this run's. Rows that these values change count as other rows.</summary>
    bool HasOtherValues => false;

    /// <summary>A warning about the input with which it was started; null if there is none.</summary>
    string? InputWarning => null;

    /// <summary>Whether it was started by a version that computed other keys from the same content.</summary>
    bool HasOtherKeys => false;

    /// <summary>The coordination with other workers that write the same journal; null if only this run writes it.</summary>
    ISharedRun? Shared => null;

    /// <summary>A sample of the keys whose customers an earlier run created.</summary>
    IReadOnlyCollection<string> SomeCreated { get; }

    /// <summary>Why it can no longer be written; null while it can. Nothing may be sent after a failure.</summary>
    PaymentException? Failure { get; }

    /// <summary>Claims a row for this run, by its key.</summary>
    /// <param name="row">The row number in the input, from 1.</param>
    /// <param name="key">The row's idempotency key.</param>
    ValueTask<Claim> ClaimAsync(long row, string key);

    /// <summary>The state of a key that another row has claimed. It is known after that row's outcome was returned.</summary>
    KeyRecord Recall(Claim claim);

    /// <summary>
    /// The result that a claim on a row would have, without claiming it; for rows that are no longer sent. If it is not known
    /// whether the row was sent, or another worker may still send it, <see cref="ClaimKind.MineInDoubt"/>.
    /// </summary>
    /// <param name="row">The row number in the input, from 1.</param>
    /// <param name="key">The row's idempotency key.</param>
    ValueTask<Claim> LookAsync(long row, string key);

    /// <summary>Records that a customer id belongs to the row that created it.</summary>
    /// <returns>False if the id belongs to another row already.</returns>
    bool TryOwn(string id);

    /// <summary>Records the result of a claimed row. It is stored soon, at the latest when the journal is closed.</summary>
    /// <param name="claim">The row's claim.</param>
    /// <param name="state">The result.</param>
    /// <param name="id">The provider's id for the customer, if there is one.</param>
    /// <param name="error">The error, if there was one.</param>
    void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null);

    /// <summary>Records a row that was rejected before anything was sent for it. It is stored soon, like <see cref="Note"/>.</summary>
    /// <param name="row">The row number in the input, from 1.</param>
    /// <param name="error">Why the row was rejected.</param>
    void NoteRefused(long row, PaymentError error);

    /// <summary>Stores pending records now, because a caller waits for them.</summary>
    void Hurry();
}
