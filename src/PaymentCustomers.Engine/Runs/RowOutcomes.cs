using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>Says what became of a row, and what to do about it.</summary>
/// <param name="client">The client that the rows go through.</param>
/// <param name="isKept">Whether a later run can go on with the journal of this one.</param>
internal sealed class RowOutcomes(ProviderClient client, bool isKept)
{
    private PaymentProvider Provider => client.Provider;

    /// <summary>How to go on after a stop: where nothing tells what is done, the whole run again would create it twice.</summary>
    private string RunAgain => isKept || Provider.Capabilities.HonoursKey ? RunMessages.RunAgain : RunMessages.RunRestAgain(Provider.Name);

    /// <summary>A row that cannot be sent.</summary>
    public static DraftOutcome Invalid(PreparedDraft draft) => new(draft.Draft, CustomerOutcome.Failed, null, RowErrors.Invalid(draft));

    /// <summary>A row that cannot be sent because of another row.</summary>
    public static DraftOutcome Refused(PreparedDraft draft, FieldProblem problem) =>
        new(draft.Draft, CustomerOutcome.Failed, null, RowErrors.Refused(draft, problem));

    /// <summary>A row of another shard.</summary>
    public static DraftOutcome OfOtherShard(PreparedDraft draft) => new(draft.Draft, CustomerOutcome.OtherShard, null, null);

    /// <summary>A row whose customer is known without a request.</summary>
    public DraftOutcome Found(PreparedDraft draft, CustomerOutcome outcome, string? id, bool fromJournal = false)
    {
        var content = new CustomerContent(draft.Values) { Id = id };
        Provider.Format.Complete(content);
        var customer = new PaymentCustomerResult(Provider.Name, draft.Draft.Row, outcome, content) { FromJournal = fromJournal };
        return new DraftOutcome(draft.Draft, outcome, customer, null);
    }

    /// <summary>A row that an earlier run of the same journal has done.</summary>
    public DraftOutcome Done(PreparedDraft draft, KeyRecord record) =>
        Found(draft, OutcomeOf(record.State), record.Id, fromJournal: true);

    /// <summary>A row that another worker has brought to an end, without a customer.</summary>
    public DraftOutcome Ended(PreparedDraft draft, Claim claim) => claim.Before.State == KeyState.Unknown
        ? Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.EndedElsewhere(draft.Draft.Row, claim.Error)))
        : Of(draft, CustomerOutcome.Failed, new PaymentError(
            Enum.TryParse<PaymentErrorId>(claim.Error, out var id) ? id : PaymentErrorId.ProviderRejected, RunMessages.EndedElsewhere(draft.Draft.Row, claim.Error))
        {
            RecommendedAction = RunMessages.EndedElsewhereAction,
        });

    /// <summary>A row that stands in the input once more: nothing was sent for it, and it shares the outcome of the first.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="first">What became of the first.</param>
    /// <param name="stopped">Why the run stopped, if it did.</param>
    public DraftOutcome Repeated(PreparedDraft draft, KeyRecord first, PaymentError? stopped) => first.State switch
    {
        KeyState.Created or KeyState.Existing or KeyState.Updated => Found(draft, CustomerOutcome.Duplicate, first.Id),
        KeyState.Unknown => Of(draft, CustomerOutcome.Unknown, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.RepeatsUnknown(draft.Draft.Row))
        {
            RecommendedAction = ProviderMessages.AmbiguousAction(Provider, draft.Operation),
        }),
        KeyState.Failed => Of(draft, CustomerOutcome.Failed, new PaymentError(PaymentErrorId.ProviderRejected, RunMessages.RepeatsFailed(draft.Draft.Row))
        {
            RecommendedAction = RunAgain,
        }),
        _ => NotSent(draft, stopped),
    };

    /// <summary>A row that the run did not come to any more.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="stopped">Why the run stopped; null if it was cancelled.</param>
    public DraftOutcome NotSent(PreparedDraft draft, PaymentError? stopped) => new(
        draft.Draft,
        CustomerOutcome.NotSent,
        null,
        new PaymentError(PaymentErrorId.NotSent, RunMessages.NotSent(draft.Draft.Row))
        {
            Row = draft.Draft.Row,
            RecommendedAction = stopped?.RecommendedAction ?? RunAgain,
        });

    /// <summary>A row whose request was under way when the run was cancelled.</summary>
    public DraftOutcome Interrupted(PreparedDraft draft) =>
        Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.Interrupted(draft.Draft.Row)));

    /// <summary>A row that is given up: it failed, or nobody can say whether it was created.</summary>
    public DraftOutcome NotCreated(PreparedDraft draft, bool isInDoubt, PaymentError error) =>
        isInDoubt ? Unknown(draft, error) : Of(draft, CustomerOutcome.Failed, error);

    /// <summary>A row of which nobody can say whether it was created.</summary>
    public DraftOutcome Unknown(PreparedDraft draft, PaymentError error) => Of(draft, CustomerOutcome.Unknown, error with
    {
        Id = PaymentErrorId.OutcomeUnknown,
        Message = RunMessages.OutcomeUnknown(error.Message, draft.Operation),
        RecommendedAction = ProviderMessages.AmbiguousAction(Provider, draft.Operation),
    });

    /// <summary>A row on which this program itself failed.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="cause">What was thrown.</param>
    /// <param name="isInDoubt">Whether its request has left, or that of an earlier run: then the customer may be there.</param>
    public DraftOutcome Broken(PreparedDraft draft, Exception cause, bool isInDoubt)
    {
        var error = Internal(draft, cause);
        return isInDoubt ? Unknown(draft, error) : Of(draft, CustomerOutcome.Failed, error);
    }

    /// <summary>What this program itself failed on.</summary>
    public PaymentError Internal(PreparedDraft draft, Exception cause)
    {
        var error = RowErrors.Internal(draft.Draft.Row, cause);
        return OfRow(draft, error with { Message = client.Redactor.Redact(error.Message), RecommendedAction = $"{RowMessages.InternalAction} {RunAgain}" });
    }

    /// <summary>A row of an earlier run of which nobody can say whether it was created, because the list cannot be read.</summary>
    public DraftOutcome NotReconciled(PreparedDraft draft) => Unknown(
        draft,
        new PaymentError(PaymentErrorId.OutcomeUnknown, $"{RowMessages.Row(draft.Draft.Row)}: {ReconciliationMessages.CannotLook}"));

    /// <summary>A row whose key several customers carry.</summary>
    public DraftOutcome Doubled(PreparedDraft draft, IReadOnlyList<string> ids) =>
        Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.Doubled(draft.Draft.Row, ids)));

    /// <summary>The provider recognised the key of a customer that was deleted.</summary>
    public PaymentError ReplayGone(PreparedDraft draft, string id) =>
        new(PaymentErrorId.ProviderRejected, RunMessages.ReplayGone(draft.Draft.Row, Provider.Name, id))
        {
            RecommendedAction = RunMessages.ReplayGoneAction,
        };

    /// <summary>An attempt that did not succeed, as an error of its row.</summary>
    public PaymentError Describe(PreparedDraft draft, Attempt attempt) =>
        OfRow(draft, AttemptErrors.Describe(client, attempt, RowMessages.Row(draft.Draft.Row)));

    /// <summary>The error of a row, with what the row is known by.</summary>
    public static PaymentError OfRow(PreparedDraft draft, PaymentError error) => error with { Row = draft.Draft.Row, IdempotencyKey = draft.Key };

    /// <summary>The provider asks for a longer wait than a run takes upon itself.</summary>
    public PaymentError AsksToWait(PaymentError reason, TimeSpan wait)
    {
        var now = client.Clock.GetUtcNow();
        return reason with
        {
            Message = RunMessages.RunStoppedToWait(Provider.Name, wait, wait < DateTimeOffset.MaxValue - now ? now + wait : DateTimeOffset.MaxValue),
            RetryAfter = wait,
            RecommendedAction = RunAgain,
            Row = null,
        };
    }

    /// <summary>The time of the run is over.</summary>
    public PaymentError TimeIsOver(TimeSpan time) => new(PaymentErrorId.MaximumTimeReached, RunMessages.TimeIsOver(time)) { RecommendedAction = RunAgain };

    /// <summary>The provider is gone.</summary>
    public PaymentError ProviderGone(int rows, PaymentError last) => new(
        PaymentErrorId.ProviderUnavailable, RunMessages.ProviderGone(Provider.Name, rows, last.Message))
    {
        RecommendedAction = RunAgain,
    };

    private static CustomerOutcome OutcomeOf(KeyState state) => state switch
    {
        KeyState.Existing => CustomerOutcome.Existing,
        KeyState.Updated => CustomerOutcome.Updated,
        _ => CustomerOutcome.Created,
    };

    private static DraftOutcome Of(PreparedDraft draft, CustomerOutcome outcome, PaymentError error) =>
        new(draft.Draft, outcome, null, OfRow(draft, error));
}
