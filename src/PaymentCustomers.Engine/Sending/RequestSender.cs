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
    private static readonly ResiliencePropertyKey<ProviderRequest> Request = new(nameof(Request));

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
    /// <param name="request">The request; knows of its attempts.</param>
    /// <param name="waiting">Ends waits before an attempt, not an attempt that is under way.</param>
    /// <returns>What is to be done now: never <see cref="NextStep.Retry"/>.</returns>
    /// <exception cref="OperationCanceledException">A token was cancelled.</exception>
    public async Task<RetryDecision> SendAsync(ProviderRequest request, CancellationToken waiting)
    {
        await _gate.PassAsync(waiting).ConfigureAwait(false);
        var decision = Decide(await request.SendAsync().ConfigureAwait(false), request);
        // Nearly all are done with that, and cost no more than that.
        if (decision.Step == NextStep.Retry)
            decision = await SendAgainAsync(decision, request, waiting).ConfigureAwait(false);
        if (decision.HoldsAll)
            _gate.Hold(decision.Delay);
        return decision;
    }

    /// <summary>Hands a first attempt that is to be repeated to Polly, which makes the others.</summary>
    private async Task<RetryDecision> SendAgainAsync(RetryDecision first, ProviderRequest request, CancellationToken waiting)
    {
        var context = ResilienceContextPool.Shared.Get(waiting);
        context.Properties.Set(Request, request);
        var isFirst = true;
        try
        {
            return await _pipeline.ExecuteAsync(
                async pollyContext =>
                {
                    if (isFirst)
                    {
                        isFirst = false;
                        return first;
                    }

                    await _gate.PassAsync(pollyContext.CancellationToken).ConfigureAwait(false);
                    return Decide(await request.SendAsync().ConfigureAwait(false), request);
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryDecision Decide(Attempt attempt, ProviderRequest request)
    {
        var isUnderstood = !attempt.IsSuccess || request.Understands(attempt);
        var isDenied = !isUnderstood && ErrorBody.Read(attempt.Body, attempt.MediaType).SaysFailed;
        request.Add(attempt, RetryRules.IsInDoubt(request.IsInDoubt, attempt.Kind, attempt.Status, isUnderstood || isDenied));
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
            attempt.IsSuccess && isUnderstood ? null : RetryAfter.Read(attempt.RetryAfter, _client.Clock.GetUtcNow()),
            request.Attempts,
            _maximumRetryCount + 1 - request.Attempts,
            Random.Shared.NextDouble()));
    }

    private ValueTask<TimeSpan?> DelayAsync(RetryDelayGeneratorArguments<RetryDecision> arguments)
    {
        var decision = arguments.Outcome.Result;
        var request = arguments.Context.Properties.GetValue(Request, null!);
        var attempt = request.Last!;
        var cause = attempt.Kind == AttemptKind.Answered ? attempt.Status.ToString(CultureInfo.InvariantCulture) : attempt.Kind.ToString();
        _client.Log?.Verbose(Messages.Again(
            attempt.Operation.ToString(), decision.Delay, cause, request.Attempts + 1, _maximumRetryCount + 1));
        if (!decision.HoldsAll)
            return ValueTask.FromResult<TimeSpan?>(decision.Delay);
        _gate.Hold(decision.Delay);
        return ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
    }
}
