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
    private static readonly ResiliencePropertyKey<Func<Attempt, bool>> Understands = new(nameof(Understands));

    private readonly ProviderClient _client;
    private readonly SendGate _gate;
    private readonly int _maximumRetryCount;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public RequestSender(ProviderClient client, SendGate gate, int maximumRetryCount)
    {
        _client = client;
        _gate = gate;
        _maximumRetryCount = maximumRetryCount;
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = client.Clock };
        if (maximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = maximumRetryCount,
                ShouldHandle = ShouldRetry,
                DelayGenerator = DelayAsync,
            });
        }

        _pipeline = builder.Build();
    }

    /// <summary>Sends a request, again where that is safe and may help.</summary>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="understands">Whether the answer of a success can be read.</param>
    /// <param name="waiting">Ends waits before an attempt, not an attempt that is under way.</param>
    /// <param name="attemptsMade">How many attempts of this request were made before.</param>
    /// <returns>The last attempt, and what is to be done now: never <see cref="NextStep.Retry"/>.</returns>
    /// <exception cref="OperationCanceledException">A token was cancelled.</exception>
    public async Task<(Attempt Attempt, RetryDecision Decision)> SendAsync(
        Func<Task<Attempt>> send, Func<Attempt, bool> understands, CancellationToken waiting, int attemptsMade = 0)
    {
        var context = ResilienceContextPool.Shared.Get(waiting);
        context.Properties.Set(Understands, understands);
        try
        {
            var attempt = await _pipeline.ExecuteAsync(
                async (pollyContext, state) =>
                {
                    await state._gate.PassAsync(pollyContext.CancellationToken).ConfigureAwait(false);
                    return await send().ConfigureAwait(false);
                },
                context,
                this).ConfigureAwait(false);
            // Whatever could still be tried was tried: for what is safe to repeat, nothing is left.
            var decision = Decide(attempt, understands, attemptsMade + 1, attemptsLeft: 0);
            if (decision.HoldsAll)
                _gate.Hold(decision.Delay);
            return (attempt, decision);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Func<Attempt, bool> UnderstandsOf(ResilienceContext context) => context.Properties.GetValue(Understands, _ => true);

    private RetryDecision Decide(Attempt attempt, Func<Attempt, bool> understands, int made, int attemptsLeft)
    {
        var isUnderstood = !attempt.IsSuccess || understands(attempt);
        if (!isUnderstood && ErrorBody.Read(attempt.Body, attempt.MediaType).SaysFailed)
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
            made,
            attemptsLeft,
            Random.Shared.NextDouble()));
    }

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<Attempt> arguments) =>
        ValueTask.FromResult(arguments.Outcome.Result is { } attempt
            && Decide(attempt, UnderstandsOf(arguments.Context), arguments.AttemptNumber + 1, _maximumRetryCount - arguments.AttemptNumber).Step == NextStep.Retry);

    private ValueTask<TimeSpan?> DelayAsync(RetryDelayGeneratorArguments<Attempt> arguments)
    {
        var attempt = arguments.Outcome.Result!;
        var decision = Decide(attempt, UnderstandsOf(arguments.Context), arguments.AttemptNumber + 1, _maximumRetryCount - arguments.AttemptNumber);
        var cause = attempt.Kind == AttemptKind.Answered ? attempt.Status.ToString(CultureInfo.InvariantCulture) : attempt.Kind.ToString();
        _client.Log?.Verbose(Messages.Again(
            attempt.Operation.ToString(), decision.Delay, cause, arguments.AttemptNumber + 2, _maximumRetryCount + 1));
        if (!decision.HoldsAll)
            return ValueTask.FromResult<TimeSpan?>(decision.Delay);
        _gate.Hold(decision.Delay);
        return ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
    }
}
