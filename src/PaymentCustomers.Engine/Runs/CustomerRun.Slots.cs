using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

// The processing of a row from its submission to its first request.
internal sealed partial class CustomerRun
{
    /// <summary>Submits the row of a slot. Called for one row at a time.</summary>
    private void Fill(RunSlot slot, PreparedDraft draft)
    {
        slot.Draft = draft;
        try
        {
            slot.Outcome = Process(slot, draft);
        }
        catch (Exception e)
        {
            slot.Outcome = Task.FromResult(Broken(draft, e));
        }
    }

    private Task<DraftOutcome> Process(RunSlot slot, PreparedDraft draft)
    {
        if (IsOfOtherShard(draft, out var problem, out var same))
            return Task.FromResult(RowOutcomes.OfOtherShard(draft));
        if (!draft.IsValid)
            return Task.FromResult(_limit.Record(Refused(draft, RowOutcomes.Invalid(draft))));
        // If nothing more is sent, no row is claimed.
        if (_stop.IsStopping)
            return NotSentAsync(slot);
        if (problem is not null)
            return Task.FromResult(_limit.Record(Refused(draft, RowOutcomes.Refused(draft, problem))));
        if (same is { } first)
        {
            slot.Claim = new Claim(ClaimKind.Taken, draft.Draft.Row, draft.Key, first);
            return Later;
        }

        var asked = _journal.ClaimAsync(draft.Draft.Row, draft.Key);
        if (!asked.IsCompletedSuccessfully)
            return StartAsync(slot, asked);
        slot.Claim = asked.Result;
        return Start(draft, slot.Claim);
    }

    /// <summary>
    /// Compares a row with earlier rows, and determines whether it belongs to another shard. Rows of other shards, and rows after a
    /// stop, are compared too, because rows about the same person may be in any shard.
    /// </summary>
    private bool IsOfOtherShard(PreparedDraft draft, out FieldProblem? problem, out KeyHash? same)
    {
        same = null;
        var isCompared = draft.IsValid && (_shard is not null || !_stop.IsStopping);
        problem = isCompared ? _identities.Check(draft, out same) : null;
        return _shard is not null && !_shard.Has(draft, same);
    }

    /// <summary>Starts a row after waiting for its claim, which other workers may have.</summary>
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
            if (isMine && _shared is { } shared)
                await shared.TakeTurnAsync(_stop.Through, _stop.Stopping).ConfigureAwait(false);
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

    private async Task<DraftOutcome> NotSentAsync(RunSlot slot)
    {
        var claim = await _journal.LookAsync(slot.Draft.Draft.Row, slot.Draft.Key).ConfigureAwait(false);
        if (claim.Kind != ClaimKind.Taken)
            return NotSent(slot.Draft, claim);
        slot.Claim = claim;
        return await Later.ConfigureAwait(false);
    }

    /// <summary>The outcome of a row whose claim is undecided. In a shared journal, another worker may have sent the row.</summary>
    private DraftOutcome Unclaimed(PreparedDraft draft)
    {
        if (_journal.Shared is not null)
            draft.Draft.Doubt(draft.Key, _clock.GetUtcNow());
        return _outcomes.NotSent(draft, _stop.Reason);
    }

    /// <summary>
    /// The outcome of a row that the run does not send. If an earlier run has created its customer or may have sent it, the outcome says so,
    /// so that the row is not sent again without the journal.
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

    /// <summary>The outcome of a row that is refused before anything is sent. The journal records it by its row number.</summary>
    private DraftOutcome Refused(PreparedDraft draft, DraftOutcome outcome)
    {
        // The cause is not the row: other rows may fail in the same way.
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

    /// <summary>The outcome of a row that repeats an earlier one. The earlier row's outcome was returned before, so that its result is known.</summary>
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

    /// <summary>The outcome of a row for which an exception was thrown before anything was sent. It also stops the run.</summary>
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
