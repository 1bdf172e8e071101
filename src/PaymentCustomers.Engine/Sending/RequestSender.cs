using System.Globalization;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Sends a request and retries it by <see cref="RetryRules"/>. Safe for concurrent use.
/// </summary>
/// <param name="client">Sends the attempts.</param>
/// <param name="throttle">Delays every attempt as necessary.</param>
/// <param name="maximumRetryCount">The maximum number of retries.</param>
/// <param name="limits">Finds out from each attempt how much the provider takes; null if the limits are fixed.</param>
internal sealed class RequestSender(ProviderClient client, RequestThrottle throttle, int maximumRetryCount, AdaptiveLimits? limits = null)
{
    /// <summary>Creates a sender with its own throttle, for requests outside of a run.</summary>
    /// <param name="client">Sends the attempts.</param>
    /// <param name="maximumRetryCount">The maximum number of retries.</param>
    public static RequestSender Alone(ProviderClient client, int maximumRetryCount = 0) =>
        new(client, new RequestThrottle(client.Clock, client.Log), maximumRetryCount);

    /// <summary>Sends a request, and retries it where that is safe and can succeed.</summary>
    /// <param name="request">The request; it records its attempts.</param>
    /// <param name="waiting">Cancels waits between attempts, but not an attempt in progress.</param>
    /// <returns>What to do now; never <see cref="NextStep.Retry"/>.</returns>
    /// <exception cref="OperationCanceledException">A token was cancelled.</exception>
    public async Task<RetryDecision> SendAsync(ProviderRequest request, CancellationToken waiting)
    {
        while (true)
        {
            await request.ReadyAsync(waiting).ConfigureAwait(false);
            await throttle.PassAsync(waiting).ConfigureAwait(false);
            var decision = Decide(await AttemptAsync(request).ConfigureAwait(false), request);
            if (decision.HoldsAll)
                throttle.Hold(decision.Delay);
            if (decision.Step != NextStep.Retry)
                return decision;
            Tell(request, decision.Delay);
            if (!decision.HoldsAll)
                await Task.Delay(decision.Delay, client.Clock, waiting).ConfigureAwait(false);
        }
    }

    private Task<Attempt> AttemptAsync(ProviderRequest request) => limits is null ? request.SendAsync() : LearnAsync(request, limits);

    private static async Task<Attempt> LearnAsync(ProviderRequest request, AdaptiveLimits limits)
    {
        var departure = limits.Begin();
        Attempt? attempt = null;
        try
        {
            return attempt = await request.SendAsync().ConfigureAwait(false);
        }
        finally
        {
            limits.End(departure, attempt);
        }
    }

    private RetryDecision Decide(Attempt attempt, ProviderRequest request)
    {
        var isUnderstood = !attempt.IsSuccess || request.Understands(attempt);
        // A success status whose body says that the request failed. If it contains a customer too, it is neither.
        if (!isUnderstood && !request.IsOfAnother && client.Explain(attempt).SaysFailed)
        {
            // It is about this attempt: an earlier one may have created the customer.
            request.Add(attempt, request.IsInDoubt);
            return new RetryDecision(NextStep.Fail);
        }

        request.Add(attempt, RetryRules.IsInDoubt(request.IsInDoubt, attempt.Kind, attempt.Status, isUnderstood));
        var decision = RetryRules.Decide(new RetryQuestion(
            attempt.Operation,
            client.Provider.Capabilities.HonoursKey,
            client.Provider.Capabilities.ShowsKey,
            attempt.Kind,
            attempt.Status,
            isUnderstood,
            !isUnderstood && request.IsOfAnother,
            attempt.Status == 401 && client.Provider.Errors.Classify(attempt.Operation, 401, client.Explain(attempt)) is null,
            attempt.Kind == AttemptKind.Answered ? client.Provider.Errors.ShouldRetry(attempt.Status, attempt.Headers) : null,
            attempt.IsSuccess && isUnderstood ? null : RetryAfter.Read(attempt.RetryAfter, client.Clock.GetUtcNow()),
            request.Attempts,
            maximumRetryCount + 1 - request.Attempts,
            Random.Shared.NextDouble()));
        // A create without response may still be carried out, for as long as the slowest response took.
        return decision.Step == NextStep.Reconcile && client.LongestAnswer > decision.Delay
            ? decision with { Delay = client.LongestAnswer }
            : decision;
    }

    private void Tell(ProviderRequest request, TimeSpan delay)
    {
        var attempt = request.Last!;
        var cause = attempt.Kind == AttemptKind.Answered ? attempt.Status.ToString(CultureInfo.InvariantCulture) : attempt.Kind.ToString();
        client.Log?.Verbose(SendingMessages.Again(attempt.Operation.ToString(), delay, cause, request.Attempts + 1, maximumRetryCount + 1));
    }
}
