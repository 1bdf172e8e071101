using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The request that creates a row's customer, or changes it.</summary>
/// <param name="client">The client to send through.</param>
/// <param name="draft">The row.</param>
/// <param name="owns">Takes an id for the row; false if another row has it.</param>
/// <param name="shared">Says when it may leave; null if it always may.</param>
/// <param name="cancellation">Ends everything.</param>
internal sealed class RowRequest(ProviderClient client, PreparedDraft draft, Func<string, bool> owns, ISharedRun? shared, CancellationToken cancellation)
    : ProviderRequest
{
    // By how much the two times of one answer may differ, and by how much the clocks of two machines.
    private static readonly TimeSpan SmallMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LargeMargin = TimeSpan.FromMinutes(10);

    private readonly WireMark _wire = new(shared is { } run ? () => run.MayLeave : null);
    private long _begun;

    /// <summary>The draft.</summary>
    public PreparedDraft Draft => draft;

    /// <summary>Whether any of it has left this machine.</summary>
    public bool IsSent => _wire.HasLeft;

    /// <summary>The customer that was created or changed; null if no answer said so.</summary>
    public PaymentCustomerResult? Customer { get; private set; }

    /// <summary>Whether the answer was one from before: the provider created the customer long before this request.</summary>
    public bool IsReplayed { get; private set; }

    /// <summary>What is wrong with an answer that belongs to another customer; null if nothing is.</summary>
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
    /// Compares the answer with what was sent, and lays it over that: it may say less than the customer has
    /// (contracts/dots.md: create answers with a subset).
    /// </summary>
    public override bool Understands(Attempt answer)
    {
        Contradiction = null;
        if (CustomerAnswer.TryRead(client.Provider.Format, answer.Body, draft.Values, out var echo) is not { } source)
            return false;
        // An answer of this very request, whose first arrival was lost, may be replayed too.
        IsReplayed = draft.Draft.Change is null && client.Provider.Capabilities.HonoursKey
            && (IsOlder(echo.Created, answer.Date) || (Attempts == 0 && client.Provider.Format.IsReplay(answer.Headers)));
        Contradiction = Check(echo);
        if (Contradiction is not null)
            return false;
        var outcome = draft.Draft.Change is not null ? CustomerOutcome.Updated : IsReplayed ? CustomerOutcome.Existing : CustomerOutcome.Created;
        Customer = new PaymentCustomerResult(client.Provider.Name, draft.Draft.Row, outcome, source, echo.Id!);
        return true;
    }

    /// <summary>Takes the id of a customer that was found for the row; false if another row of the run has it.</summary>
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
        // Of a customer from before, an earlier run may know the id.
        return IsReplayed || owns(echo.Id!) ? null : RunMessages.IdTaken(echo.Id!);
    }

    /// <summary>Whether a customer was created clearly before this request.</summary>
    public bool IsFromBefore(DateTimeOffset? created) => IsOlder(created, Last?.Date);

    /// <summary>
    /// Whether a customer is clearly older than the request, so that the provider has recognised the key
    /// (contracts/onepay.md, Idempotency). The provider's own clock is asked, where it says its time.
    /// </summary>
    private bool IsOlder(DateTimeOffset? created, DateTimeOffset? date)
    {
        var (now, margin) = date is { } its ? (its, SmallMargin) : (client.Clock.GetUtcNow(), LargeMargin);
        return created < now - client.Clock.GetElapsedTime(_begun) - margin;
    }
}
