using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>Creates the outcomes of rows, with what to do about errors.</summary>
/// <param name="client">The client that sends the rows.</param>
/// <param name="isKept">Whether a later run can continue the journal of this run.</param>
internal sealed class RowOutcomes(ProviderClient client, bool isKept)
{
    private PaymentProvider Provider => client.Provider;

    /// <summary>How to continue after a stop. Without a journal or keys, running everything again would create customers twice.</summary>
    private string RunAgain => isKept || Provider.Capabilities.HonoursKey ? RunMessages.RunAgain : RunMessages.RunRestAgain(Provider.Name);

    /// <summary>The row is not valid.</summary>
    public static DraftOutcome Invalid(PreparedDraft draft) => new(draft.Draft, CustomerOutcome.Failed, null, RowErrors.Invalid(draft));

    /// <summary>The row cannot be sent because of another row.</summary>
    public static DraftOutcome Refused(PreparedDraft draft, FieldProblem problem) =>
        new(draft.Draft, CustomerOutcome.Failed, null, RowErrors.Refused(draft, problem));

    /// <summary>The row belongs to another shard.</summary>
    public static DraftOutcome OfOtherShard(PreparedDraft draft) => new(draft.Draft, CustomerOutcome.OtherShard, null, null);

    /// <summary>The row's customer is known without a request.</summary>
    public DraftOutcome Found(PreparedDraft draft, CustomerOutcome outcome, string? id, bool fromJournal = false)
    {
        var content = new CustomerContent(draft.Values) { Id = id };
        Provider.Format.Complete(content);
        var customer = new PaymentCustomerResult(Provider.Name, draft.Draft.Row, outcome, content) { FromJournal = fromJournal };
        return new DraftOutcome(draft.Draft, outcome, customer, null);
    }

    /// <summary>
    /// The row's customer was found on the provider's list. If the list shows no valid id for it, or the id of another row's customer,
    /// the row stays in doubt.
    /// </summary>
    public DraftOutcome Claimed(RowRequest request, CustomerOutcome outcome, PaymentCustomer customer, bool fromJournal = false)
    {
        var draft = request.Draft;
        if (IdentityLookup.IdOf(customer) is not { } id)
            return Unknown(draft, WithoutId(draft));
        // The id of an existing customer may be known from an earlier row.
        return outcome == CustomerOutcome.Existing || request.TryOwn(id)
            ? Found(draft, outcome, id, fromJournal)
            : Unknown(draft, new PaymentError(PaymentErrorId.ResponseInvalid, $"{RowMessages.Row(draft.Draft.Row)}: {RunMessages.IdTaken(id)}"));
    }

    /// <summary>The provider's list shows the row's customer without a valid id.</summary>
    public static PaymentError WithoutId(PreparedDraft draft) => WithoutOwnId(draft, ReconciliationMessages.WithoutId);

    /// <summary>The provider's list shows the row's customer without an id of its own.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="message">What the list shows instead.</param>
    public static PaymentError WithoutOwnId(PreparedDraft draft, string message) => OfRow(
        draft,
        new PaymentError(PaymentErrorId.ResponseInvalid, $"{RowMessages.Row(draft.Draft.Row)}: {message}")
        {
            RecommendedAction = ReconciliationMessages.WithoutIdAction,
        });

    /// <summary>An earlier run with the same journal completed the row.</summary>
    public DraftOutcome Done(PreparedDraft draft, KeyRecord record) =>
        Found(draft, OutcomeOf(record.State), record.Id, fromJournal: true);

    /// <summary>Another worker ended the row without a customer.</summary>
    public DraftOutcome Ended(PreparedDraft draft, Claim claim) => claim.Before.State == KeyState.Unknown
        ? Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.EndedElsewhere(draft.Draft.Row, claim.Error)))
        : Of(draft, CustomerOutcome.Failed, new PaymentError(
            Enum.TryParse<PaymentErrorId>(claim.Error, out var id) ? id : PaymentErrorId.ProviderRejected, RunMessages.EndedElsewhere(draft.Draft.Row, claim.Error))
        {
            RecommendedAction = RunMessages.EndedElsewhereAction,
        });

    /// <summary>The row repeats an earlier one. Nothing was sent for it, and it shares the earlier row's outcome.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="first">The state of the first row.</param>
    /// <param name="stopped">Why the run stopped; null if it did not.</param>
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

    /// <summary>The run ended before the row was sent.</summary>
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

    /// <summary>The run was cancelled while the row's request was in progress.</summary>
    public DraftOutcome Interrupted(PreparedDraft draft) =>
        Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.Interrupted(draft.Draft.Row)));

    /// <summary>The row is given up: it failed, or it is not known whether its customer was created.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="isInDoubt">Whether the customer may have been created.</param>
    /// <param name="error">Why the row is given up.</param>
    /// <param name="lookup">Why its customer could not be looked up; null if it was, or if nothing was to be looked up.</param>
    public DraftOutcome NotCreated(PreparedDraft draft, bool isInDoubt, PaymentError error, PaymentError? lookup = null)
    {
        if (!isInDoubt)
            return Of(draft, CustomerOutcome.Failed, error);
        return lookup is null
            ? Unknown(draft, error)
            : NotLookedUp(draft, error with { Message = RunMessages.AndNotLookedUp(error.Message, lookup.Message) });
    }

    /// <summary>It is not known whether the row's customer was created.</summary>
    public DraftOutcome Unknown(PreparedDraft draft, PaymentError error) =>
        Unknown(draft, error, ProviderMessages.AmbiguousAction(Provider, draft.Operation));

    /// <summary>It is not known whether the row's customer was created, because the customer could not be looked up.</summary>
    public DraftOutcome NotLookedUp(PreparedDraft draft, PaymentError error) =>
        isKept ? Unknown(draft, error, ReconciliationMessages.LookLaterAction) : Unknown(draft, error);

    /// <summary>An unexpected exception occurred for the row.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="isInDoubt">Whether a request of this run or an earlier one was sent, so that the customer may exist.</param>
    public DraftOutcome Broken(PreparedDraft draft, Exception cause, bool isInDoubt)
    {
        var error = Internal(draft, cause);
        return isInDoubt ? Unknown(draft, error) : Of(draft, CustomerOutcome.Failed, error);
    }

    /// <summary>The error for an unexpected exception.</summary>
    public PaymentError Internal(PreparedDraft draft, Exception cause)
    {
        var error = RowErrors.Internal(draft.Draft.Row, cause);
        return OfRow(draft, error with { Message = client.Redactor.Redact(error.Message), RecommendedAction = $"{RowMessages.InternalAction} {RunAgain}" });
    }

    /// <summary>A row that an earlier run left in doubt cannot be resolved, because the list proves nothing.</summary>
    public DraftOutcome NotShown(PreparedDraft draft) => Unknown(
        draft,
        new PaymentError(PaymentErrorId.OutcomeUnknown, $"{RowMessages.Row(draft.Draft.Row)}: {ReconciliationMessages.NotShown}"));

    /// <summary>Several customers carry the row's key.</summary>
    public DraftOutcome Doubled(PreparedDraft draft, IReadOnlyList<string> ids) =>
        Unknown(draft, new PaymentError(PaymentErrorId.OutcomeUnknown, RunMessages.Doubled(draft.Draft.Row, ids)));

    /// <summary>The provider recognised the key, but its customer was deleted.</summary>
    public PaymentError ReplayGone(PreparedDraft draft, string id) =>
        new(PaymentErrorId.ProviderRejected, RunMessages.ReplayGone(draft.Draft.Row, Provider.Name, id))
        {
            RecommendedAction = RunMessages.ReplayGoneAction,
        };

    /// <summary>A failed attempt, as an error of its row.</summary>
    public PaymentError Describe(PreparedDraft draft, Attempt attempt) =>
        OfRow(draft, AttemptErrors.Describe(client, attempt, RowMessages.Row(draft.Draft.Row)));

    /// <summary>Adds the row number and the key to an error.</summary>
    public static PaymentError OfRow(PreparedDraft draft, PaymentError error) => error with { Row = draft.Draft.Row, IdempotencyKey = draft.Key };

    /// <summary>The provider asks for a longer wait than a run accepts.</summary>
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

    /// <summary>The maximum duration of the run has elapsed.</summary>
    public PaymentError TimeIsOver(TimeSpan time) => new(PaymentErrorId.MaximumTimeReached, RunMessages.TimeIsOver(time)) { RecommendedAction = RunAgain };

    /// <summary>The provider is not available.</summary>
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

    private static DraftOutcome Unknown(PreparedDraft draft, PaymentError error, string action) => Of(draft, CustomerOutcome.Unknown, error with
    {
        Id = PaymentErrorId.OutcomeUnknown,
        Message = RunMessages.OutcomeUnknown(error.Message, draft.Operation),
        RecommendedAction = action,
    });

    private static DraftOutcome Of(PreparedDraft draft, CustomerOutcome outcome, PaymentError error) =>
        new(draft.Draft, outcome, null, OfRow(draft, error));
}
