using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>Processes one claimed row: permit, journal, requests, outcome.</summary>
internal sealed class RowProcess(
    ProviderClient client, IJournal journal, ConcurrencyLimiter limiter, RowSender sender, RowOutcomes outcomes, CircuitBreaker breaker, ErrorLimit limit, RunStop stop)
{
    // If a run has written nothing for this long, none of its requests is still in progress.
    private static readonly TimeSpan SurelySettled = TimeSpan.FromMinutes(10);

    private readonly long _begun = client.Clock.GetTimestamp();

    /// <summary>
    /// Processes a row to its outcome. The row enters the queue on the caller's thread, so that rows are sent in input order; everything
    /// else happens asynchronously.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="claim">The claim of this run.</param>
    public Task<DraftOutcome> RunAsync(PreparedDraft draft, Claim claim)
    {
        var permit = new Permit(limiter);
        var doubt = DoubtOf(draft, claim);
        if (doubt is null)
            permit.Ask();
        // A row that has to wait becomes asynchronous anyway.
        return permit.IsReady && claim.Recorded.IsCompleted
            ? BesideAsync(draft, claim, doubt, permit)
            : SendAsync(draft, claim, doubt, permit);
    }

    // A separate method, so that its closure is allocated only for the few rows that need it.
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
            // Failing to look up an earlier request says nothing about the provider's availability now.
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
        // An unexpected exception. It becomes the outcome of this row and may concern other rows too; no row is lost by it.
        catch (Exception e)
        {
            return Broken(draft, claim, e, request.IsSent, isRecorded, isInDoubt: doubt is not null);
        }
        finally
        {
            // Release it last, so that the effect of this row on the run is known before another row starts.
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
        // A row that an earlier run left in doubt stays in doubt if nothing was sent.
        if (isSent || (isRecorded && !isInDoubt))
            Note(draft, claim, StateOf(outcome), outcome);
        return outcome;
    }

    /// <summary>Records the result of a row. The outcome does not depend on whether it can be recorded.</summary>
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
    /// <param name="claim">The claim.</param>
    /// <param name="isWithdrawn">Whether to release the claim. A row that an earlier run left in doubt keeps it and stays in doubt.</param>
    private DraftOutcome NotSent(PreparedDraft draft, Claim claim, bool isWithdrawn)
    {
        var outcome = outcomes.NotSent(draft, stop.Reason);
        if (isWithdrawn)
            Note(draft, claim, KeyState.Withdrawn, outcome with { Error = null });
        return outcome;
    }

    /// <summary>The doubt that an earlier run left about a row; null if there is none.</summary>
    private EarlierDoubt? DoubtOf(PreparedDraft draft, Claim claim)
    {
        var isJournals = claim.Kind == ClaimKind.MineInDoubt;
        var isRows = claim.IsMine && draft.Draft.IsDoubtful;
        // A change can be sent again, because making it twice has the same result.
        if ((!isJournals && !isRows) || draft.Operation != ProviderOperation.Create)
            return null;
        // If the row does not give the time of its doubt, it may have been sent just now.
        var since = isRows ? draft.Draft.DoubtfulSince ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        if (isJournals && claim.LastNoted is { } noted && noted > since)
            since = noted;
        var now = client.Clock.GetUtcNow();
        var isOld = since <= now && now - since >= SurelySettled;
        var isKeyKept = now - claim.Begun < client.Provider.Capabilities.KeyLifetime;
        // A row is taken over only when its request can no longer be carried out, so that there is nothing to wait for.
        if (claim.IsTakenOver && !isRows)
            return new EarlierDoubt(TimeSpan.Zero, isOld, client.Clock.GetTimestamp(), isKeyKept);
        // The last requests of the earlier run may have been sent long after its last journal entry, so that this run has to wait.
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
