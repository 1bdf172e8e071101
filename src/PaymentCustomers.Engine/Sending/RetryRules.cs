using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Sending;

/// <summary>What to do after an attempt.</summary>
internal enum NextStep
{
    /// <summary>Nothing: the request succeeded.</summary>
    Done,

    /// <summary>Fail: a retry would fail too.</summary>
    Fail,

    /// <summary>Retry after the delay.</summary>
    Retry,

    /// <summary>The customer may have been created. Look it up after the delay, and retry only if it was not.</summary>
    Reconcile,

    /// <summary>Stop the run, because all further rows would fail too.</summary>
    StopRun,
}

/// <summary>What to do after an attempt, and when.</summary>
/// <param name="Step">What to do.</param>
/// <param name="Delay">How long to wait first.</param>
/// <param name="HoldsAll">Whether all requests of the run must wait, because the provider limits its request rate.</param>
internal sealed record RetryDecision(NextStep Step, TimeSpan Delay = default, bool HoldsAll = false);

/// <summary>Everything on which the decision depends.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="HonoursKey">Whether the provider creates no second customer for a repeated key.</param>
/// <param name="ShowsKey">Whether the list of customers shows the keys of creates.</param>
/// <param name="Kind">How the attempt ended.</param>
/// <param name="Status">The HTTP status; 0 without response.</param>
/// <param name="IsUnderstood">Whether the body of a successful response could be read.</param>
/// <param name="IsOfAnother">Whether a successful response contains another customer, so that a retry would return it again.</param>
/// <param name="IsCredentialRefused">Whether a 401 concerns the credential, and not a business error such as missing funds.</param>
/// <param name="ShouldRetry">Whether the provider recommends a retry; null if it does not say.</param>
/// <param name="RetryAfter">How long the provider asks to wait; null if it does not say.</param>
/// <param name="AttemptsMade">The number of attempts made, including this one.</param>
/// <param name="AttemptsLeft">The number of attempts that may follow.</param>
/// <param name="Jitter">A random number from 0 to 1, so that retries are spread over time.</param>
internal readonly record struct RetryQuestion(
    ProviderOperation Operation,
    bool HonoursKey,
    bool ShowsKey,
    AttemptKind Kind,
    int Status,
    bool IsUnderstood,
    bool IsOfAnother,
    bool IsCredentialRefused,
    bool? ShouldRetry,
    TimeSpan? RetryAfter,
    int AttemptsMade,
    int AttemptsLeft,
    double Jitter);

/// <summary>The retry rules, as a pure function.</summary>
internal static class RetryRules
{
    /// <summary>The longest wait that a run accepts. If asked to wait longer, it stops and says when to run again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a request may still be carried out after its connection broke. A request that is carried out later than this plus the
    /// duration of the lookup is not detected; the documentation says so.
    /// </summary>
    public static readonly TimeSpan SettleAfterReset = TimeSpan.FromSeconds(2);

    /// <summary>The same for a request that timed out, which may be waiting in a queue at the provider.</summary>
    public static readonly TimeSpan SettleAfterTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The longest time until a request has ended and can no longer be carried out.</summary>
    /// <param name="timeout">The timeout of the request.</param>
    public static TimeSpan LongestRequest(TimeSpan timeout) => timeout + SettleAfterTimeout;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>Decides what to do.</summary>
    public static RetryDecision Decide(in RetryQuestion question)
    {
        var decision = ByStatus(question);
        return (decision.Step, question.ShouldRetry) switch
        {
            // A retry would get the same response. If the list shows keys, it tells whether the customer was created nevertheless.
            (NextStep.Retry, false) when question is { Operation: ProviderOperation.Create, ShowsKey: true, AttemptsLeft: > 0 } && MayBeCarriedOut(question.Status) =>
                new RetryDecision(NextStep.Reconcile, SettleAfterReset),
            (NextStep.Retry, false) => new RetryDecision(NextStep.Fail, decision.HoldsAll ? decision.Delay : default, decision.HoldsAll),
            (NextStep.Fail, true) when question.Status >= 400 => Again(question, Delay(question), holdsAll: false),
            _ => decision,
        };
    }

    private static RetryDecision ByStatus(in RetryQuestion question)
    {
        if (question.Kind == AttemptKind.NotConnected)
            return Again(question, Backoff(question), holdsAll: false);
        if (question.Kind != AttemptKind.Answered)
            return Ambiguous(question);
        return question.Status switch
        {
            >= 200 and < 300 when question.IsUnderstood => new RetryDecision(NextStep.Done),
            >= 200 and < 300 when question.IsOfAnother && Writes(question) && IsSafeToRepeat(question) => new RetryDecision(NextStep.Fail),
            >= 200 and < 300 => Ambiguous(question),
            401 when question.IsCredentialRefused => new RetryDecision(NextStep.StopRun),
            429 => Again(question, Delay(question), holdsAll: true),
            408 or >= 500 => Ambiguous(question),
            // Another request with the same key is in progress (409, 423), or the request was too early (425).
            409 or 423 or 425 when Writes(question) => Ambiguous(question),
            // A redirect such as 303 may mean that the request was carried out. Redirects are not followed, because that would send the
            // credential to another address, and a retry would get the same redirect. 499: a gateway has abandoned the request.
            < 400 or 499 when Writes(question) =>
                IsSafeToRepeat(question) ? new RetryDecision(NextStep.Fail) : Ambiguous(question),
            _ => new RetryDecision(NextStep.Fail),
        };
    }

    private static bool MayBeCarriedOut(int status) => status is < 400 or 408 or 409 or 423 or 425 or 499 or >= 500;

    private static bool Writes(in RetryQuestion question) => question.Operation is ProviderOperation.Create or ProviderOperation.Update;

    /// <summary>Whether it is safe to send the request twice. Making the same change twice has the same result as making it once.</summary>
    private static bool IsSafeToRepeat(in RetryQuestion question) => question.HonoursKey || question.Operation == ProviderOperation.Update;

    /// <summary>Whether a create may have been carried out without a confirming response, after one more attempt.</summary>
    /// <param name="before">Whether it was in doubt before the attempt.</param>
    /// <param name="kind">How the attempt ended.</param>
    /// <param name="status">The HTTP status; 0 without response.</param>
    /// <param name="isUnderstood">Whether the body of a successful response could be read.</param>
    public static bool IsInDoubt(bool before, AttemptKind kind, int status, bool isUnderstood) => kind switch
    {
        AttemptKind.NotConnected => before,
        AttemptKind.Answered => status switch
        {
            >= 200 and < 300 => !isUnderstood,
            _ when MayBeCarriedOut(status) => true,
            // The error resolves only this attempt. "Customer exists already" (400, 422) may be the effect of an earlier attempt.
            _ => before,
        },
        _ => true,
    };

    private static RetryDecision Ambiguous(in RetryQuestion question)
    {
        if (question.RetryAfter > LongestWait)
            return new RetryDecision(NextStep.StopRun, question.RetryAfter.Value);
        if (question.Operation == ProviderOperation.Create && !question.HonoursKey)
        {
            var settle = question.Kind == AttemptKind.TimedOut || question.Status is 408 or 504 ? SettleAfterTimeout : SettleAfterReset;
            return new RetryDecision(
                NextStep.Reconcile, question.RetryAfter > settle ? question.RetryAfter.Value : settle, HoldsAll: question.RetryAfter is not null);
        }

        return Again(question, Delay(question), holdsAll: question.RetryAfter is not null);
    }

    private static RetryDecision Again(in RetryQuestion question, TimeSpan delay, bool holdsAll)
    {
        if (delay > LongestWait)
            return new RetryDecision(NextStep.StopRun, delay);
        return question.AttemptsLeft > 0
            ? new RetryDecision(NextStep.Retry, delay, holdsAll)
            : new RetryDecision(NextStep.Fail, holdsAll ? delay : default, holdsAll);
    }

    /// <summary>The wait that the provider asks for, but at least the regular backoff.</summary>
    private static TimeSpan Delay(in RetryQuestion question)
    {
        var backoff = Backoff(question);
        return question.RetryAfter is { } asked && asked > backoff ? asked : backoff;
    }

    /// <summary>Doubles with each attempt; half of it is random.</summary>
    private static TimeSpan Backoff(in RetryQuestion question)
    {
        var whole = FirstBackoff * Math.Pow(2, Math.Min(question.AttemptsMade - 1, 10));
        return (whole < LongestBackoff ? whole : LongestBackoff) * (0.5 + (question.Jitter / 2));
    }
}
