using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>What a claim on a row came to.</summary>
internal enum ClaimKind
{
    /// <summary>The row is this run's to send.</summary>
    Mine,

    /// <summary>It is this run's, but an earlier run may have sent it: it has to be reconciled first.</summary>
    MineInDoubt,

    /// <summary>It was done before: the customer is there.</summary>
    Done,

    /// <summary>Somebody else has it: an earlier row with the same key.</summary>
    Taken,

    /// <summary>Another worker has it, and is at work on it: <see cref="Claim.Later"/> says what came of that.</summary>
    Elsewhere,

    /// <summary>Another worker has brought it to an end since this run began, without a customer: <see cref="Claim.Before"/> says to which.</summary>
    Ended,
}

/// <summary>A row's claim in a journal.</summary>
/// <param name="Kind">What it came to.</param>
/// <param name="Row">The row's place in the input, from 1.</param>
/// <param name="Key">The row's idempotency key.</param>
/// <param name="Hash">The key, as tables of keys know it.</param>
internal sealed record Claim(ClaimKind Kind, long Row, string Key, UInt128 Hash)
{
    /// <summary>What an earlier run made of it.</summary>
    public KeyRecord Before { get; init; }

    /// <summary>When an earlier run last noted anything at all; null if none did.</summary>
    public DateTimeOffset? LastNoted { get; init; }

    /// <summary>When the journal was begun: no key in it is older; null if that is not known.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>Whether it was another worker's, which is not heard of any more: what it sent has ended by now.</summary>
    public bool IsTakenOver { get; init; }

    /// <summary>What went wrong at another worker, a <see cref="PaymentErrorId"/>; null if nothing is known of it.</summary>
    public string? Error { get; init; }

    /// <summary>The claim once the other worker has ended with the row, or with itself; null unless another worker has it.</summary>
    public Task<Claim>? Later { get; init; }

    /// <summary>Done when the claim is recorded so that it survives a crash: only then may the row be sent.</summary>
    public Task Recorded { get; init; } = Task.CompletedTask;

    /// <summary>Whether the row is this run's to send.</summary>
    public bool IsMine => Kind is ClaimKind.Mine or ClaimKind.MineInDoubt;

    /// <summary>What a ledger says of a key that a row of this run asks for.</summary>
    public static Claim Of(KeyLedger ledger, long row, string key, DateTimeOffset? lastNoted = null)
    {
        var hash = KeyTable.HashOf(key);
        var isTaken = !ledger.TryTake(hash, out var before);
        return new Claim(KindOf(isTaken, before.State), row, key, hash) { Before = before, LastNoted = lastNoted };
    }

    /// <summary>What a ledger would say, without asking for the key.</summary>
    public static Claim Look(KeyLedger ledger, long row, string key)
    {
        var hash = KeyTable.HashOf(key);
        var isTaken = ledger.IsTaken(hash, out var before);
        return new Claim(KindOf(isTaken, before.State), row, key, hash) { Before = before };
    }

    private static ClaimKind KindOf(bool isTaken, KeyState before) => isTaken ? ClaimKind.Taken : before switch
    {
        KeyState.Created or KeyState.Existing or KeyState.Updated => ClaimKind.Done,
        KeyState.Started or KeyState.Unknown => ClaimKind.MineInDoubt,
        _ => ClaimKind.Mine,
    };
}
