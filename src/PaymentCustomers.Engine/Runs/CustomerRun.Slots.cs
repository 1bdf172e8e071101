using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

// What becomes of a row between its coming in and its first request.
internal sealed partial class CustomerRun
{
    private RunSlot NewSlot(PreparedDraft draft)
    {
        try
        {
            return TryNewSlot(draft);
        }
        catch (Exception e)
        {
            return new RunSlot(draft, Task.FromResult(Broken(draft, e)));
        }
    }

    private RunSlot TryNewSlot(PreparedDraft draft)
    {
        if (IsOfOtherShard(draft, out var problem, out var same))
            return new RunSlot(draft, Task.FromResult(RowOutcomes.OfOtherShard(draft)));
        if (!draft.IsValid)
            return new RunSlot(draft, Task.FromResult(_limit.Record(Refused(draft, RowOutcomes.Invalid(draft)))));
        // Where nothing more is sent, nothing is claimed.
        if (_stop.IsStopping)
            return NotSentSlot(draft);
        if (problem is not null)
            return new RunSlot(draft, Task.FromResult(_limit.Record(Refused(draft, RowOutcomes.Refused(draft, problem)))));
        if (same is { } first)
            return new RunSlot(draft, Later) { Claim = new Claim(ClaimKind.Taken, draft.Draft.Row, draft.Key, first) };
        var asked = _journal.ClaimAsync(draft.Draft.Row, draft.Key);
        if (asked.IsCompletedSuccessfully)
        {
            var claim = asked.Result;
            return new RunSlot(draft, Start(draft, claim)) { Claim = claim };
        }

        var slot = new RunSlot(draft);
        slot.Outcome = StartAsync(slot, asked);
        return slot;
    }

    /// <summary>
    /// Compares a row with those before it, and says whether it belongs to another shard. Rows of other shards are compared
    /// too, and those behind a stop: one that is about the same person may stand in any shard.
    /// </summary>
    private bool IsOfOtherShard(PreparedDraft draft, out FieldProblem? problem, out UInt128? same)
    {
        same = null;
        var isCompared = draft.IsValid && (_shard is not null || !_stop.IsStopping);
        problem = isCompared ? _identities.Check(draft, out same) : null;
        return _shard is not null && !_shard.Has(draft, same);
    }

    /// <summary>Starts a row whose claim has to be waited for, and that others may have.</summary>
    private async Task<DraftOutcome> StartAsync(RunSlot slot, ValueTask<Claim> asked)
    {
        var isMine = false;
        _shared?.Enter();
        try
        {
            var claim = await asked.AsTask().WaitAsync(_stop.Stopping).ConfigureAwait(false);
            if (claim.Later is not null)
                claim = await _shared!.DecideAsync(claim, _stop.Stopping).ConfigureAwait(false);
            isMine = claim.IsMine;
            slot.Claim = claim;
            return await Start(slot.Draft, claim).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsStopping)
        {
        }
        catch (Exception e)
        {
            return Broken(slot.Draft, e);
        }
        finally
        {
            _shared?.Leave(isMine);
        }

        return Unclaimed(slot.Draft);
    }

    private RunSlot NotSentSlot(PreparedDraft draft)
    {
        var claim = _journal.Look(draft.Draft.Row, draft.Key);
        return claim.Kind == ClaimKind.Taken ? new RunSlot(draft, Later) { Claim = claim } : new RunSlot(draft, Task.FromResult(NotSent(draft, claim)));
    }

    /// <summary>A row whose claim was asked for and not decided: in a shared journal, another worker may have sent the row.</summary>
    private DraftOutcome Unclaimed(PreparedDraft draft)
    {
        if (_journal.Shared is not null)
            draft.Draft.Doubt(draft.Key, _clock.GetUtcNow());
        return _outcomes.NotSent(draft, _stop.Reason);
    }

    /// <summary>
    /// A row that the run does not send. It may have its customer from an earlier run, or may have been sent in one: whoever
    /// sends it again without the journal must know.
    /// </summary>
    private DraftOutcome NotSent(PreparedDraft draft, Claim claim)
    {
        if (claim.Kind == ClaimKind.Done)
            return _outcomes.Done(draft, claim.Before);
        if (claim.Kind == ClaimKind.MineInDoubt)
            draft.Draft.Doubt(draft.Key, _clock.GetUtcNow());
        return _outcomes.NotSent(draft, _stop.Reason);
    }

    private Task<DraftOutcome> Start(PreparedDraft draft, Claim claim) => claim.Kind switch
    {
        ClaimKind.Taken when RowIdentities.IsNameOnly(draft) => Task.FromResult(_limit.Record(Refused(draft, RowOutcomes.Refused(draft, RowIdentities.NameOnly)))),
        ClaimKind.Taken => Later,
        ClaimKind.Done => Task.FromResult(_outcomes.Done(draft, claim.Before)),
        ClaimKind.Ended => Task.FromResult(_outcomes.Ended(draft, claim)),
        _ => _rows.RunAsync(draft, claim),
    };

    /// <summary>A row that is refused before anything is sent for it: the journal knows it by its number.</summary>
    private DraftOutcome Refused(PreparedDraft draft, DraftOutcome outcome)
    {
        // Not the row is wrong: the same may happen to each.
        if (outcome.Error is { Id: PaymentErrorId.InternalError } broken)
            _stop.Stop(broken);
        try
        {
            _journal.NoteRefused(draft.Draft.Row, outcome.Error!);
        }
        catch (Exception e)
        {
            _stop.Stop(_outcomes.Internal(draft, e));
        }

        return outcome;
    }

    /// <summary>A row that repeats another. That one was given out before, so that what became of it is known by now.</summary>
    private DraftOutcome Repeated(PreparedDraft draft, Claim claim)
    {
        try
        {
            return _outcomes.Repeated(draft, _journal.Recall(claim), _stop.Reason);
        }
        catch (Exception e)
        {
            return Broken(draft, e);
        }
    }

    /// <summary>What was thrown for a row before anything was sent for it is its outcome, and stops the run.</summary>
    private DraftOutcome Broken(PreparedDraft draft, Exception cause)
    {
        if (cause is PaymentException known)
        {
            _stop.Stop(known.Error);
            return Unclaimed(draft);
        }

        var outcome = _outcomes.Broken(draft, cause, isInDoubt: false);
        _stop.Stop(outcome.Error!);
        return outcome;
    }
}
