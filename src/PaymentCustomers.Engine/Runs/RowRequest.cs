using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The request that creates or changes a row's customer.</summary>
/// <param name="client">Sends the attempts.</param>
/// <param name="draft">The row.</param>
/// <param name="owns">Records that an id belongs to the row; returns false if it belongs to another row.</param>
/// <param name="shared">Says when the request may be sent; null if it always may.</param>
/// <param name="cancellation">Cancels everything.</param>
internal sealed class RowRequest(ProviderClient client, PreparedDraft draft, Func<string, bool> owns, ISharedRun? shared, CancellationToken cancellation)
    : ProviderRequest
{
    // The permitted difference between two times in one response, and between the clocks of two machines.
    private static readonly TimeSpan SmallMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LargeMargin = TimeSpan.FromMinutes(10);

    private readonly WireMark _wire = new(shared is { } run ? () => run.MayLeave : null);
    private long _begun;

    /// <summary>The draft.</summary>
    public PreparedDraft Draft => draft;

    /// <summary>Whether any attempt was sent.</summary>
    public bool IsSent => _wire.HasLeft;

    /// <summary>The customer that was created or changed; null if no response confirmed it.</summary>
    public PaymentCustomerResult? Customer { get; private set; }

    /// <summary>Whether the response was a repeated one: the provider had created the customer long before this request.</summary>
    public bool IsReplayed { get; private set; }

    /// <summary>Why a response contains another customer; null if it does not.</summary>
    public string? Contradiction { get; private set; }

    public override bool IsOfAnother => Contradiction is not null;

    public override ValueTask ReadyAsync(CancellationToken waiting) => shared?.ReadyAsync(waiting) ?? ValueTask.CompletedTask;

    public override Task<Attempt> SendAsync()
    {
        client.EnsureConnected();
        if (Attempts == 0)
            _begun = client.Clock.GetTimestamp();
        return draft.Draft.Change is { } change
            ? client.UpdateAsync(change.Id, draft.Body, draft.Key, _wire, cancellation)
            : client.CreateAsync(draft.Body, draft.Key, _wire, cancellation);
    }

    /// <summary>
    /// Compares the response with the request, and adds the response's values to those that were sent. A response may contain only some of
    /// the customer's values (contracts/dots.md: create answers with a subset).
    /// </summary>
    public override bool Understands(Attempt answer)
    {
        Contradiction = null;
        if (CustomerAnswer.TryRead(client.Provider.Format, answer.Body, draft.Values, out var echo) is not { } source)
            return false;
        // The response to an earlier attempt of this request, which was lost, may be repeated too.
        IsReplayed = draft.Draft.Change is null && client.Provider.Capabilities.HonoursKey
            && (IsOlder(echo.Created, answer.Date) || (Attempts == 0 && client.Provider.Format.IsReplay(answer.Headers)));
        Contradiction = Check(echo);
        if (Contradiction is not null)
            return false;
        var outcome = draft.Draft.Change is not null ? CustomerOutcome.Updated : IsReplayed ? CustomerOutcome.Existing : CustomerOutcome.Created;
        Customer = new PaymentCustomerResult(client.Provider.Name, draft.Draft.Row, outcome, source, echo.Id!);
        return true;
    }

    /// <summary>Records that the id of a found customer belongs to the row; false if it belongs to another row of the run.</summary>
    public bool TryOwn(string id) => owns(id);

    private string? Check(CustomerEcho echo)
    {
        if (!echo.HasSoundId)
            return RunMessages.IdUnsound;
        if (echo.IsDenied)
            return RunMessages.AnswerDenied(echo.Id!);
        if (echo.IsDeleted)
            return RunMessages.AnsweredDeleted(echo.Id!);
        if (echo.Contradiction is { } field)
            return RunMessages.OfAnother(field, echo.Id!);
        if (draft.Draft.Change is { } change)
            return change.Id == echo.Id ? null : RunMessages.OtherThanChanged(echo.Id!, change.Id);
        if (echo.Key is { } key && key != draft.Key)
            return RunMessages.OfAnother(CustomerField.IdempotencyKey, echo.Id!);
        // The id of an existing customer may be known from an earlier run.
        return IsReplayed || owns(echo.Id!) ? null : RunMessages.IdTaken(echo.Id!);
    }

    /// <summary>Whether a customer was clearly created before this request.</summary>
    public bool IsFromBefore(DateTimeOffset? created) => IsOlder(created, Last?.Date);

    /// <summary>
    /// Whether a customer is clearly older than the request, which means that the provider recognised the key (contracts/onepay.md,
    /// Idempotency). The provider's own clock is used if the response contains its time.
    /// </summary>
    private bool IsOlder(DateTimeOffset? created, DateTimeOffset? date)
    {
        var (now, margin) = date is { } its ? (its, SmallMargin) : (client.Clock.GetUtcNow(), LargeMargin);
        return created < now - client.Clock.GetElapsedTime(_begun) - margin;
    }
}
