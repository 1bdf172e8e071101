using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Sending;

/// <summary>What is to be done after an attempt.</summary>
internal enum NextStep
{
    /// <summary>It succeeded.</summary>
    Done,

    /// <summary>It failed, and would again.</summary>
    Fail,

    /// <summary>Send it again after the delay.</summary>
    Retry,

    /// <summary>The customer may have been created: find out after the delay, and send again only if it was not.</summary>
    Reconcile,

    /// <summary>Every row that follows would fail as well: send nothing more.</summary>
    StopRun,
}

/// <summary>What is to be done after an attempt, and when.</summary>
/// <param name="Step">What.</param>
/// <param name="Delay">How long to wait before it.</param>
/// <param name="HoldsAll">Whether every worker of the run waits, because the provider said so to all.</param>
internal readonly record struct RetryDecision(NextStep Step, TimeSpan Delay = default, bool HoldsAll = false);

/// <summary>Everything that the decision depends on.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="HonoursKey">Whether the provider makes a repeated create harmless.</param>
/// <param name="ShowsKey">Whether the list of customers shows the keys of creates.</param>
/// <param name="Kind">How the attempt ended.</param>
/// <param name="Status">The HTTP status; 0 without answer.</param>
/// <param name="IsUnderstood">Whether the answer of a success could be read.</param>
/// <param name="IsOfAnother">Whether the answer of a success belongs to another customer, so that the same request would bring it again.</param>
/// <param name="IsCredentialRefused">Whether a 401 is about the credential, and not about business.</param>
/// <param name="ShouldRetry">Whether the provider advises to send a refused request again; null if it says nothing.</param>
/// <param name="RetryAfter">How long the provider asks to wait, if it says.</param>
/// <param name="AttemptsMade">How many attempts were made, this one included.</param>
/// <param name="AttemptsLeft">How many may follow.</param>
/// <param name="Jitter">A random number from 0 to 1, so that workers do not come back all at once.</param>
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

/// <summary>The table of what is retried, as one pure function.</summary>
internal static class RetryRules
{
    /// <summary>The longest wait that a run takes upon itself; asked to wait longer, it stops and says when to come back.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a request whose connection broke may still be carried out after that. What comes later than this and
    /// the time of the look itself is not seen; the documentation says so.
    /// </summary>
    public static readonly TimeSpan SettleAfterReset = TimeSpan.FromSeconds(2);

    /// <summary>The same for a request that was not answered in time: it may be waiting in line over there.</summary>
    public static readonly TimeSpan SettleAfterTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The longest that a request, and what it may still cause, takes.</summary>
    /// <param name="timeout">The longest that it may take itself.</param>
    public static TimeSpan LongestRequest(TimeSpan timeout) => timeout + SettleAfterTimeout;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>Decides.</summary>
    public static RetryDecision Decide(in RetryQuestion question)
    {
        var decision = ByStatus(question);
        return (decision.Step, question.ShouldRetry) switch
        {
            // The same answer would come again. Where the list shows keys, it says whether the customer was created all the same.
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
            >= 200 and < 300 when question.IsOfAnother && Writes(question) && IsHarmless(question) => new RetryDecision(NextStep.Fail),
            >= 200 and < 300 => Ambiguous(question),
            401 when question.IsCredentialRefused => new RetryDecision(NextStep.StopRun),
            429 => Again(question, Delay(question), holdsAll: true),
            408 or >= 500 => Ambiguous(question),
            // Another request with the key is at work (409, 423), or it is too early for this one (425).
            409 or 423 or 425 when Writes(question) => Ambiguous(question),
            // A redirect may say "done, look there" (303); it is not followed, because it would take the credential elsewhere,
            // and the same request would bring it again. 499: somebody in between has given the request up.
            < 400 or 499 when Writes(question) =>
                IsHarmless(question) ? new RetryDecision(NextStep.Fail) : Ambiguous(question),
            _ => new RetryDecision(NextStep.Fail),
        };
    }

    private static bool MayBeCarriedOut(int status) => status is < 400 or 408 or 409 or 423 or 425 or 499 or >= 500;

    private static bool Writes(in RetryQuestion question) => question.Operation is ProviderOperation.Create or ProviderOperation.Update;

    /// <summary>Whether it does no harm to send the request twice: the same change made twice is the same change.</summary>
    private static bool IsHarmless(in RetryQuestion question) => question.HonoursKey || question.Operation == ProviderOperation.Update;

    /// <summary>Whether a create may have been carried out without our knowing, after one more attempt at it.</summary>
    /// <param name="before">Whether it was so before the attempt.</param>
    /// <param name="kind">How the attempt ended.</param>
    /// <param name="status">The HTTP status; 0 without answer.</param>
    /// <param name="isUnderstood">Whether the answer of a success could be read.</param>
    public static bool IsInDoubt(bool before, AttemptKind kind, int status, bool isUnderstood) => kind switch
    {
        AttemptKind.NotConnected => before,
        AttemptKind.Answered => status switch
        {
            >= 200 and < 300 => !isUnderstood,
            _ when MayBeCarriedOut(status) => true,
            // Of this attempt, not of those before it: that a customer exists already (400, 422) may be their doing.
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

    /// <summary>What the provider asks for, and never less than would be waited without its asking.</summary>
    private static TimeSpan Delay(in RetryQuestion question)
    {
        var backoff = Backoff(question);
        return question.RetryAfter is { } asked && asked > backoff ? asked : backoff;
    }

    /// <summary>Doubles with each attempt; half of it is left to chance.</summary>
    private static TimeSpan Backoff(in RetryQuestion question)
    {
        var whole = FirstBackoff * Math.Pow(2, Math.Min(question.AttemptsMade - 1, 10));
        return (whole < LongestBackoff ? whole : LongestBackoff) * (0.5 + (question.Jitter / 2));
    }
}
