using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The result of a claim on a row.</summary>
internal enum ClaimKind
{
    /// <summary>This run may send the row.</summary>
    Mine,

    /// <summary>This run may send the row, but an earlier run may have sent it: it has to be reconciled first.</summary>
    MineInDoubt,

    /// <summary>The row was completed before. Its customer exists.</summary>
    Done,

    /// <summary>An earlier row with the same key has the claim.</summary>
    Taken,

    /// <summary>Another worker has the claim and is working on the row. <see cref="Claim.Later"/> gives its result.</summary>
    Elsewhere,

    /// <summary>Another worker has ended the row since this run started, without a customer. <see cref="Claim.Before"/> gives the result.</summary>
    Ended,
}

/// <summary>A claim on a row in a journal.</summary>
/// <param name="Kind">The result of the claim.</param>
/// <param name="Row">The row number in the input, from 1.</param>
/// <param name="Key">The row's idempotency key.</param>
/// <param name="Hash">The hash of the key in key tables.</param>
internal sealed record Claim(ClaimKind Kind, long Row, string Key, KeyHash Hash)
{
    /// <summary>The state of the key in an earlier run.</summary>
    public KeyRecord Before { get; init; }

    /// <summary>When an earlier run last wrote to the journal; null if none did.</summary>
    public DateTimeOffset? LastNoted { get; init; }

    /// <summary>When the journal was created, so that no key in it is older; null if that is not known.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>Whether the claim was taken over from a worker whose lease has expired. Its requests have ended by now.</summary>
    public bool IsTakenOver { get; init; }

    /// <summary>The error that another worker recorded, a <see cref="PaymentErrorId"/>; null if none is known.</summary>
    public string? Error { get; init; }

    /// <summary>The claim after the other worker has ended the row or has ended itself; null unless another worker has it.</summary>
    public Task<Claim>? Later { get; init; }

    /// <summary>Completes when the claim is stored durably. The row may be sent only then.</summary>
    public Task Recorded { get; init; } = Task.CompletedTask;

    /// <summary>Whether this run may send the row.</summary>
    public bool IsMine => Kind is ClaimKind.Mine or ClaimKind.MineInDoubt;

    /// <summary>Claims a key in a ledger for a row of this run.</summary>
    public static Claim Of(KeyLedger ledger, long row, string key, DateTimeOffset? lastNoted = null)
    {
        var hash = KeyHash.Of(key);
        var isTaken = !ledger.TryTake(hash, out var before);
        return new Claim(KindOf(isTaken, before.State), row, key, hash) { Before = before, LastNoted = lastNoted };
    }

    /// <summary>The result that <see cref="Of"/> would have, without claiming the key.</summary>
    public static Claim Look(KeyLedger ledger, long row, string key)
    {
        var hash = KeyHash.Of(key);
        return ledger.IsTaken(hash, out var before) ? new Claim(ClaimKind.Taken, row, key, hash) { Before = before } : Look(row, key, hash, before);
    }

    /// <summary>The result of looking up a key that no row of this run has claimed.</summary>
    public static Claim Look(long row, string key, KeyHash hash, KeyRecord before) => new(KindOf(isTaken: false, before.State), row, key, hash) { Before = before };

    private static ClaimKind KindOf(bool isTaken, KeyState before) => isTaken ? ClaimKind.Taken : before switch
    {
        KeyState.Created or KeyState.Existing or KeyState.Updated => ClaimKind.Done,
        KeyState.Started or KeyState.Unknown => ClaimKind.MineInDoubt,
        _ => ClaimKind.Mine,
    };
}
