using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The life of one claimed row: permit, record, requests, outcome, note.</summary>
internal sealed class RowProcess(
    ProviderClient client, IJournal journal, ConcurrencyLimiter limiter, RowSender sender, RowOutcomes outcomes, CircuitBreaker breaker, ErrorLimit limit, RunStop stop)
{
    // Requests of a run that has noted nothing for so long are not on their way any more.
    private static readonly TimeSpan SurelySettled = TimeSpan.FromMinutes(10);

    private readonly long _begun = client.Clock.GetTimestamp();

    /// <summary>
    /// Takes a row to its outcome. It is put in line on the caller's own thread, so that rows leave in the order of the
    /// input; all else happens beside it.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="claim">Its claim, which is this run's.</param>
    public Task<DraftOutcome> RunAsync(PreparedDraft draft, Claim claim)
    {
        var permit = new Permit(limiter);
        var doubt = DoubtOf(draft, claim);
        if (doubt is null)
            permit.Ask();
        // A row that has to wait goes on elsewhere by itself.
        return permit.IsReady && claim.Recorded.IsCompleted
            ? BesideAsync(draft, claim, doubt, permit)
            : SendAsync(draft, claim, doubt, permit);
    }

    // A method of its own, so that its closure is made for the few rows that need it.
    private Task<DraftOutcome> BesideAsync(PreparedDraft draft, Claim claim, EarlierDoubt? doubt, Permit permit) =>
        Task.Run(() => SendAsync(draft, claim, doubt, permit));

    private async Task<DraftOutcome> SendAsync(PreparedDraft draft, Claim claim, EarlierDoubt? doubt, Permit permit)
    {
        var request = new RowRequest(client, draft, journal.TryOwn, journal.Shared, stop.Cancelling);
        var isRecorded = false;
        try
        {
            await claim.Recorded.ConfigureAwait(false);
            isRecorded = true;
            var outcome = await sender.SendAsync(request, doubt, isKnown: claim.Before.State != KeyState.None, permit).ConfigureAwait(false);
            Note(draft, claim, StateOf(outcome), outcome);
            // What could not be found out of an earlier request says nothing of the provider now.
            if (doubt is null || request.Attempts > 0)
                breaker.Record(outcome);
            limit.Record(outcome);
            return outcome;
        }
        catch (PaymentException e)
        {
            // The journal cannot be written, or the connection was disconnected.
            stop.Stop(e.Error);
        }
        catch (OperationCanceledException) when (stop.IsStopping)
        {
        }
        // Nobody thought of it. It is the outcome of this row, and may mean the others too; none of them is lost by it.
        catch (Exception e)
        {
            return Broken(draft, claim, e, request.IsSent, isRecorded, isInDoubt: doubt is not null);
        }
        finally
        {
            // Last: what this row means for the run is known before another takes its place.
            permit.Release();
        }

        if (!request.IsSent && doubt is not null)
            draft.Draft.Doubt(draft.Key, client.Clock.GetUtcNow());
        return request.IsSent ? Interrupted(draft, claim) : NotSent(draft, claim, isRecorded && doubt is null);
    }

    private DraftOutcome Interrupted(PreparedDraft draft, Claim claim)
    {
        var outcome = outcomes.Interrupted(draft);
        Note(draft, claim, KeyState.Unknown, outcome);
        return outcome;
    }

    private DraftOutcome Broken(PreparedDraft draft, Claim claim, Exception cause, bool isSent, bool isRecorded, bool isInDoubt)
    {
        var outcome = outcomes.Broken(draft, cause, isSent || isInDoubt);
        stop.Stop(outcomes.Internal(draft, cause));
        // A row that an earlier run left in doubt stays in doubt, as long as nothing was sent.
        if (isSent || (isRecorded && !isInDoubt))
            Note(draft, claim, StateOf(outcome), outcome);
        return outcome;
    }

    /// <summary>Notes what became of a row. What became of it is so, whether it can be noted or not.</summary>
    private void Note(PreparedDraft draft, Claim claim, KeyState state, DraftOutcome outcome)
    {
        try
        {
            journal.Note(claim, state, outcome.Customer?.Id, outcome.Error);
            if (journal.Failure is { } failure)
                stop.Stop(failure.Error);
        }
        catch (Exception e)
        {
            stop.Stop(outcomes.Internal(draft, e));
        }
    }

    /// <param name="draft">The row.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="isWithdrawn">Whether the claim is taken back: a row that an earlier run left in doubt stays in doubt.</param>
    private DraftOutcome NotSent(PreparedDraft draft, Claim claim, bool isWithdrawn)
    {
        var outcome = outcomes.NotSent(draft, stop.Reason);
        if (isWithdrawn)
            Note(draft, claim, KeyState.Withdrawn, outcome with { Error = null });
        return outcome;
    }

    /// <summary>What an earlier run left open about a row; null if nothing.</summary>
    private EarlierDoubt? DoubtOf(PreparedDraft draft, Claim claim)
    {
        var isJournals = claim.Kind == ClaimKind.MineInDoubt;
        var isRows = claim.IsMine && draft.Draft.IsDoubtful;
        // A change is sent again: made twice, it is the same change.
        if ((!isJournals && !isRows) || draft.Operation != ProviderOperation.Create)
            return null;
        // A row that does not say since when may have been sent just now.
        var since = isRows ? draft.Draft.DoubtfulSince ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        if (isJournals && claim.LastNoted is { } noted && noted > since)
            since = noted;
        var now = client.Clock.GetUtcNow();
        var isOld = since <= now && now - since >= SurelySettled;
        var isKeyKept = now - claim.Begun < client.Provider.Capabilities.KeyLifetime;
        // A row is taken over when the time of its request, and of what that may still cause, is over.
        if (claim.IsTakenOver && !isRows)
            return new EarlierDoubt(TimeSpan.Zero, isOld, client.Clock.GetTimestamp(), isKeyKept);
        // The last requests of the earlier run may have left long after it last wrote, so that the wait is of this run.
        var rest = RetryRules.SettleAfterTimeout - client.Clock.GetElapsedTime(_begun);
        return new EarlierDoubt(!isOld && rest > TimeSpan.Zero ? rest : TimeSpan.Zero, isOld, _begun, isKeyKept);
    }

    private static KeyState StateOf(DraftOutcome outcome) => outcome.Outcome switch
    {
        CustomerOutcome.Created => KeyState.Created,
        CustomerOutcome.Existing => KeyState.Existing,
        CustomerOutcome.Updated => KeyState.Updated,
        CustomerOutcome.Unknown => KeyState.Unknown,
        _ => KeyState.Failed,
    };
}
