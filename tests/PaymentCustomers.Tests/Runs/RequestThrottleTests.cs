using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Runs;

public sealed class RequestThrottleTests : RunTest
{
    [Fact]
    public async Task Requests_pass_at_once_while_no_wait_is_in_force()
    {
        using var gate = new RequestThrottle(Clock, log: null);

        await gate.PassAsync(Cancel);

        Assert.Null(gate.HeldUntil);
    }

    [Fact]
    public async Task A_wait_applies_to_all_callers_and_ends_for_all()
    {
        using var gate = new RequestThrottle(Clock, log: null);
        gate.Hold(TimeSpan.FromSeconds(30));

        var passes = Enumerable.Range(0, 5).Select(_ => gate.PassAsync(Cancel).AsTask()).ToArray();
        Clock.Advance(TimeSpan.FromSeconds(29.999));

        Assert.All(passes, pass => Assert.False(pass.IsCompleted));
        Assert.Equal(Clock.Start.AddSeconds(30), gate.HeldUntil);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(passes);
        Assert.Null(gate.HeldUntil);
    }

    [Fact]
    public async Task A_shorter_wait_changes_nothing_and_a_longer_one_extends_the_present_one()
    {
        using var gate = new RequestThrottle(Clock, log: null);
        gate.Hold(TimeSpan.FromSeconds(30));
        gate.Hold(TimeSpan.FromSeconds(5));
        Assert.Equal(Clock.Start.AddSeconds(30), gate.HeldUntil);
        var pass = gate.PassAsync(Cancel).AsTask();

        gate.Hold(TimeSpan.FromSeconds(40));
        Clock.Advance(TimeSpan.FromSeconds(30));
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(10));

        Assert.False(pass.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await pass;
    }

    [Fact]
    public async Task Setting_the_system_clock_back_does_not_extend_a_wait()
    {
        var wall = new WallClock(Clock);
        using var throttle = new RequestThrottle(wall, log: null);
        throttle.Hold(TimeSpan.FromSeconds(10));
        wall.Shift = TimeSpan.FromHours(-1);

        var passing = throttle.PassAsync(Cancel).AsTask();
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(10));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await passing.WaitAsync(Patience, Cancel);

        Assert.Null(throttle.HeldUntil);
    }

    [Fact]
    public void A_wait_that_the_provider_asked_for_is_shared_but_a_wait_received_from_another_worker_is_not_shared_again()
    {
        var told = new List<TimeSpan>();
        var log = new RecordingLog();
        using var throttle = new RequestThrottle(Clock, log, told: told.Add);

        throttle.HoldOwn(TimeSpan.FromSeconds(5));
        throttle.Hold(TimeSpan.FromSeconds(30.5));
        // It changes nothing here, but the other workers may know only of shorter waits.
        throttle.Hold(TimeSpan.FromSeconds(10));
        throttle.HoldOwn(TimeSpan.FromSeconds(30.5));

        Assert.Equal([TimeSpan.FromSeconds(30.5), TimeSpan.FromSeconds(10)], told);
        Assert.Equal(
            [
                "The provider asked to wait. Nothing is sent for 5 s, until 03:04:10Z.",
                "The provider asked to wait. Nothing is sent for 30.5 s, until 03:04:35Z.",
            ],
            log.VerboseLines);
        Assert.Equal(Clock.Start.AddSeconds(30.5), throttle.HeldUntil);
    }

    [Fact]
    public async Task A_remaining_time_shorter_than_the_timer_resolution_is_still_waited_for()
    {
        using var throttle = new RequestThrottle(Clock, log: null);
        throttle.Hold(TimeSpan.FromTicks(1));

        var pass = throttle.PassAsync(Cancel).AsTask();
        await Clock.WhenWaitingAsync(TimeSpan.FromMilliseconds(1));

        Assert.False(pass.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await pass.WaitAsync(Patience, Cancel);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(1_000, 100)]
    public void At_most_a_tenth_of_the_rate_passes_at_once(int rate, int atOnce)
    {
        using var throttle = new RequestThrottle(Clock, log: null, ratePerSecond: rate);

        var passes = Enumerable.Range(0, rate + 5).Select(_ => throttle.PassAsync(Cancel).AsTask()).ToArray();

        Assert.Equal(atOnce, passes.Count(pass => pass.IsCompleted));
    }

    [Fact]
    public async Task A_rate_spaces_requests_evenly_in_the_order_in_which_they_came()
    {
        using var throttle = new RequestThrottle(Clock, log: null, ratePerSecond: 4);
        var passes = Enumerable.Range(0, 4).Select(_ => throttle.PassAsync(Cancel).AsTask()).ToArray();

        for (var passed = 1; passed < passes.Length; passed++)
        {
            await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.25));
            Assert.Equal(passed, passes.Count(pass => pass.IsCompleted));
            Clock.Advance(TimeSpan.FromSeconds(0.25));
            await passes[passed].WaitAsync(Patience, Cancel);
        }
    }

    [Fact]
    public async Task A_rate_that_was_learnt_applies_if_it_is_less_than_the_rate_that_was_given()
    {
        using var throttle = new RequestThrottle(Clock, log: null, ratePerSecond: 4);
        throttle.Limit(100);
        await throttle.PassAsync(Cancel);
        var second = throttle.PassAsync(Cancel).AsTask();
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.25));
        throttle.Limit(1);

        Clock.Advance(TimeSpan.FromSeconds(0.25));
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.75));

        Assert.False(second.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.75));
        await second.WaitAsync(Patience, Cancel);
    }

    [Fact]
    public async Task Sharing_does_not_change_an_unlimited_rate_or_a_rate_with_one_worker()
    {
        using var unlimited = new RequestThrottle(Clock, log: null);
        unlimited.Share(5);
        await unlimited.PassAsync(Cancel);
        await unlimited.PassAsync(Cancel);

        using var alone = new RequestThrottle(Clock, log: null, ratePerSecond: 1);
        alone.Share(1);
        // The limiter was not restarted with an empty bucket: its first request may be sent.
        Assert.True(alone.PassAsync(Cancel).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        using var gate = new RequestThrottle(Clock, log: null);
        using var cancelling = new CancellationTokenSource();
        gate.Hold(TimeSpan.FromSeconds(30));
        var pass = gate.PassAsync(cancelling.Token).AsTask();

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_429_makes_all_workers_wait_once_for_the_time_that_it_says(bool atDots)
    {
        const int Workers = 4;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            // The first row is sent alone. Then four are sent at once, and all are told to wait.
            if (request.Number is 1 or > 1 + Workers)
                return Answer.Customer(request.Person);
            if (request.Number == 1 + Workers)
                all.SetResult();
            await all.Task;
            return Answer.Json(429, "{}", "Retry-After: 120");
        });
        var target = atDots ? Dots(server) : OnePay(server);

        var running = target.RunAsync(target.Rows(20), new RunOptions { ThrottleLimit = Workers }, cancellation: Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(120), Workers);
        Assert.Equal(1 + Workers, server.Requests.Count);
        Clock.Advance(TimeSpan.FromSeconds(119.999));
        Assert.Equal(1 + Workers, server.Requests.Count);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var report = await running;

        Assert.All(report.Kinds, kind => Assert.Equal(CustomerOutcome.Created, kind));
        Assert.Equal(20 + Workers, server.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(120), Clock.Elapsed);
        Assert.Equal(report.Rows, Enumerable.Range(1, 20).Select(row => (long)row));
    }

    [Fact]
    public async Task A_429_makes_the_other_rows_wait_even_if_its_own_row_has_no_attempt_left()
    {
        var server = Serve(request => request.Number == 1
            ? Answer.Json(429, "{}", "Retry-After: 60")
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(3), new RunOptions { MaximumRetryCount = 0 }, cancellation: Cancel);
        // Wait until both are waiting. A row that starts to wait after the clock has moved would wait for ever.
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(60), count: 2);
        Assert.Single(server.Requests);
        Clock.Advance(TimeSpan.FromSeconds(60));
        var report = await running;

        Assert.Equal([CustomerOutcome.Failed, CustomerOutcome.Created, CustomerOutcome.Created], report.Kinds);
        Assert.Equal(PaymentErrorId.RateLimited, report.Outcomes[0].Error!.Id);
    }

    [Fact]
    public async Task A_wait_also_applies_to_callers_that_wait_for_the_rate()
    {
        using var gate = new RequestThrottle(Clock, log: null, ratePerSecond: 4);
        await gate.PassAsync(Cancel);
        var pass = gate.PassAsync(Cancel).AsTask();
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.25));

        gate.Hold(TimeSpan.FromSeconds(30));
        Clock.Advance(TimeSpan.FromSeconds(0.25));
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(29.75));

        Assert.False(pass.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(29.75));
        await pass.WaitAsync(Patience, Cancel);
    }

    [Fact]
    public async Task A_newly_shared_rate_starts_with_an_empty_bucket_and_waiting_callers_follow_the_new_rate()
    {
        using var gate = new RequestThrottle(Clock, log: null, ratePerSecond: 10);
        await gate.PassAsync(Cancel);
        var inLine = gate.PassAsync(Cancel).AsTask();

        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.1));
        gate.Share(5);
        var behind = gate.PassAsync(Cancel).AsTask();

        // Two a second now.
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.4));
        Assert.False(inLine.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.4));
        await inLine.WaitAsync(Patience, Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(0.5));
        Assert.False(behind.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        await behind.WaitAsync(Patience, Cancel);
    }

    /// <summary>A clock whose time of day can be changed without a change of its elapsed time.</summary>
    private sealed class WallClock(TimeProvider real) : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Shift;

        public override long TimestampFrequency => real.TimestampFrequency;

        public override long GetTimestamp() => real.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            real.CreateTimer(callback, state, dueTime, period);
    }
}
