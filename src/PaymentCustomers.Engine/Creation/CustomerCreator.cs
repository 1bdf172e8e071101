using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Engine.Creation;

/// <summary>
/// Creates the customer of one draft with one request. What is to happen around it (many at once, again after a
/// failure, noted in a journal) is for those who call it.
/// </summary>
/// <param name="client">The client to ask through.</param>
public sealed class CustomerCreator(ProviderClient client)
{
    private readonly CustomerReader _reader = new(client);

    /// <summary>Creates a customer. A failure is an outcome, not an exception.</summary>
    /// <param name="draft">The draft; nothing is sent for one that is not valid.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; the customer may have been created.</exception>
    public async Task<DraftOutcome> CreateAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        if (!draft.IsValid)
            return new DraftOutcome(draft.Draft, CustomerOutcome.Failed, null, Errors.Invalid(draft));

        var attempt = await client.CreateAsync(draft.Body, draft.Key, cancellation).ConfigureAwait(false);
        if (attempt.IsSuccess && _reader.TryRead(attempt.Body.Span, Result(draft)) is { } customer)
            return new DraftOutcome(draft.Draft, CustomerOutcome.Created, customer, null);

        var error = Errors.Failed(client, attempt, Messages.Row(draft.Draft.Row)) with
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
        };
        return MayHaveBeenCreated(attempt, error)
            ? new DraftOutcome(draft.Draft, CustomerOutcome.Unknown, null, Unknown(error))
            : new DraftOutcome(draft.Draft, CustomerOutcome.Failed, null, error);
    }

    /// <summary>
    /// What was sent, for the answer to be laid over: an answer may say less than the customer has (contracts/dots.md:
    /// create answers with a subset).
    /// </summary>
    private PaymentCustomerResult Result(PreparedDraft draft)
    {
        var result = new PaymentCustomerResult(client.Provider.Name, draft.Draft.Row, CustomerOutcome.Created);
        foreach (var rule in FieldCatalog.All)
            result[rule.Field] = draft.Values[(int)rule.Field];
        client.Provider.Complete(result);
        return result;
    }

    /// <summary>
    /// Whether nobody can tell if the customer is there. Where the provider honours the key, sending the row again is
    /// harmless, so that it is simply failed.
    /// </summary>
    private bool MayHaveBeenCreated(Attempt attempt, PaymentError error) =>
        !client.Provider.Capabilities.HonoursKey
        && (attempt.Kind is AttemptKind.ConnectionLost or AttemptKind.TimedOut
            || attempt.Status is 408 or >= 500
            || (attempt.IsSuccess && error.Id == PaymentErrorId.ResponseInvalid));

    private PaymentError Unknown(PaymentError error) => error with
    {
        Id = PaymentErrorId.OutcomeUnknown,
        Message = Messages.OutcomeUnknown(error.Message),
        RecommendedAction = Messages.AmbiguousAction(client.Provider, Providers.ProviderOperation.Create),
    };
}
