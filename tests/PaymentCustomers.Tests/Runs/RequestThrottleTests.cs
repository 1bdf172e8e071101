using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

public sealed class RequestThrottleTests : RunTest
{
    [Fact]
    public async Task Without_a_hold_everybody_passes_at_once()
    {
        using var gate = new RequestThrottle(Clock, log: null);

        await gate.PassAsync(Cancel);

        Assert.Null(gate.HeldUntil);
    }

    [Fact]
    public async Task A_hold_applies_to_all_and_ends_for_all()
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
    public async Task A_shorter_hold_changes_nothing_and_a_longer_one_prolongs()
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
    public async Task A_clock_on_the_wall_that_is_set_back_holds_nobody_longer()
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
    public async Task A_429_holds_all_workers_once_for_as_long_as_it_says(bool atDots)
    {
        const int Workers = 4;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            // The first row goes alone; then four come at once, and all are told to wait.
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
    public async Task A_429_holds_the_others_even_when_its_own_row_has_no_attempt_left()
    {
        var server = Serve(request => request.Number == 1
            ? Answer.Json(429, "{}", "Retry-After: 60")
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(3), new RunOptions { MaximumRetryCount = 0 }, cancellation: Cancel);
        // Both: one that is on its way into the wait when the time moves would wait for ever.
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(60), count: 2);
        Assert.Single(server.Requests);
        Clock.Advance(TimeSpan.FromSeconds(60));
        var report = await running;

        Assert.Equal([CustomerOutcome.Failed, CustomerOutcome.Created, CustomerOutcome.Created], report.Kinds);
        Assert.Equal(PaymentErrorId.RateLimited, report.Outcomes[0].Error!.Id);
    }

    [Fact]
    public async Task A_hold_applies_to_those_too_who_stand_in_line_for_the_rate()
    {
        using var gate = new RequestThrottle(Clock, log: null, ratePerSecond: 4);
        await gate.PassAsync(Cancel);
        // It gets its turn a quarter of a second later, by the system's clock.
        var pass = gate.PassAsync(Cancel).AsTask();
        Assert.False(pass.IsCompleted);

        gate.Hold(TimeSpan.FromSeconds(30));
        await Task.WhenAny(pass, Clock.WhenWaitingAsync(TimeSpan.FromSeconds(30)));

        Assert.False(pass.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(30));
        await pass.WaitAsync(Patience, Cancel);
    }

    [Fact]
    public async Task A_rate_that_is_shared_begins_anew_with_nothing_and_those_in_line_get_their_turn_by_it()
    {
        using var gate = new RequestThrottle(Clock, log: null, ratePerSecond: 10);
        await gate.PassAsync(Cancel);
        var inLine = gate.PassAsync(Cancel).AsTask();

        gate.Share(5);
        var behind = gate.PassAsync(Cancel).AsTask();

        Assert.False(inLine.IsCompleted);
        Assert.False(behind.IsCompleted);
        // Two a second now, by the system's clock.
        await Task.WhenAll(inLine, behind).WaitAsync(Patience, Cancel);
    }

    /// <summary>A clock whose time of day can be set; what it measures goes on.</summary>
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
