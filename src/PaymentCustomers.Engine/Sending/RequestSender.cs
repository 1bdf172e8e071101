using System.Globalization;
using PaymentCustomers.Engine.Http;
using Polly;
using Polly.Retry;

namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Sends a request until the rules say that it is done: Polly runs the attempts, <see cref="RetryRules"/> decides.
/// Safe for several threads.
/// </summary>
internal sealed class RequestSender
{
    private static readonly ResiliencePropertyKey<RequestHistory> History = new(nameof(History));

    private readonly ProviderClient _client;
    private readonly SendGate _gate;
    private readonly int _maximumRetryCount;
    private readonly ResiliencePipeline<RetryDecision> _pipeline;

    public RequestSender(ProviderClient client, SendGate gate, int maximumRetryCount)
    {
        _client = client;
        _gate = gate;
        _maximumRetryCount = maximumRetryCount;
        var builder = new ResiliencePipelineBuilder<RetryDecision> { TimeProvider = client.Clock };
        if (maximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<RetryDecision>
            {
                MaxRetryAttempts = maximumRetryCount,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result.Step == NextStep.Retry),
                DelayGenerator = DelayAsync,
            });
        }

        _pipeline = builder.Build();
    }

    /// <summary>Sends a request, again where that is safe and may help.</summary>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="understands">Whether the answer of a success can be read; asked once for each.</param>
    /// <param name="waiting">Ends waits before an attempt, not an attempt that is under way.</param>
    /// <param name="history">What was done for this request before, and is now.</param>
    /// <returns>The last attempt, and what is to be done now: never <see cref="NextStep.Retry"/>.</returns>
    /// <exception cref="OperationCanceledException">A token was cancelled.</exception>
    public async Task<(Attempt Attempt, RetryDecision Decision)> SendAsync(
        Func<Task<Attempt>> send, Func<Attempt, bool> understands, CancellationToken waiting, RequestHistory? history = null)
    {
        history ??= new RequestHistory();
        var decision = await AttemptAsync(send, understands, history, waiting).ConfigureAwait(false);
        // Nearly all are done with that, and cost no more than that.
        if (decision.Step == NextStep.Retry)
            decision = await SendAgainAsync(decision, send, understands, history, waiting).ConfigureAwait(false);
        if (decision.HoldsAll)
            _gate.Hold(decision.Delay);
        return (history.Last!, decision);
    }

    /// <summary>Hands a first attempt that is to be repeated to Polly, which makes the others.</summary>
    private async Task<RetryDecision> SendAgainAsync(
        RetryDecision first, Func<Task<Attempt>> send, Func<Attempt, bool> understands, RequestHistory history, CancellationToken waiting)
    {
        var context = ResilienceContextPool.Shared.Get(waiting);
        context.Properties.Set(History, history);
        var isFirst = true;
        try
        {
            return await _pipeline.ExecuteAsync(
                async pollyContext =>
                {
                    if (!isFirst)
                        return await AttemptAsync(send, understands, history, pollyContext.CancellationToken).ConfigureAwait(false);
                    isFirst = false;
                    return first;
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<RetryDecision> AttemptAsync(
        Func<Task<Attempt>> send, Func<Attempt, bool> understands, RequestHistory history, CancellationToken waiting)
    {
        await _gate.PassAsync(waiting).ConfigureAwait(false);
        return Decide(await send().ConfigureAwait(false), understands, history);
    }

    private RetryDecision Decide(Attempt attempt, Func<Attempt, bool> understands, RequestHistory history)
    {
        var isUnderstood = !attempt.IsSuccess || understands(attempt);
        var isDenied = !isUnderstood && ErrorBody.Read(attempt.Body, attempt.MediaType).SaysFailed;
        history.Add(attempt, RetryRules.IsInDoubt(history.IsInDoubt, attempt.Kind, attempt.Status, isUnderstood || isDenied));
        if (isDenied)
            return new RetryDecision(NextStep.Fail);
        return RetryRules.Decide(new RetryQuestion(
            attempt.Operation,
            _client.Provider.Capabilities.HonoursKey,
            attempt.Kind,
            attempt.Status,
            isUnderstood,
            attempt.Status == 401
                && _client.Provider.Classify(attempt.Operation, 401, ErrorBody.Read(attempt.Body, attempt.MediaType)) is null,
            RetryAfter.Read(attempt.RetryAfter, _client.Clock.GetUtcNow()),
            history.Attempts,
            _maximumRetryCount + 1 - history.Attempts,
            Random.Shared.NextDouble()));
    }

    private ValueTask<TimeSpan?> DelayAsync(RetryDelayGeneratorArguments<RetryDecision> arguments)
    {
        var decision = arguments.Outcome.Result;
        var history = arguments.Context.Properties.GetValue(History, null!);
        var attempt = history.Last!;
        var cause = attempt.Kind == AttemptKind.Answered ? attempt.Status.ToString(CultureInfo.InvariantCulture) : attempt.Kind.ToString();
        _client.Log?.Verbose(Messages.Again(
            attempt.Operation.ToString(), decision.Delay, cause, history.Attempts + 1, _maximumRetryCount + 1));
        if (!decision.HoldsAll)
            return ValueTask.FromResult<TimeSpan?>(decision.Delay);
        _gate.Hold(decision.Delay);
        return ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
    }
}
