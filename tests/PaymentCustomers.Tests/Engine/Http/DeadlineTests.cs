using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public void One_that_was_not_needed_serves_again()
    {
        var deadlines = new Deadlines(Long, TimeProvider.System);
        var first = deadlines.Begin();
        deadlines.End(first);

        Assert.Same(first, deadlines.Begin());
        Assert.NotSame(first, deadlines.Begin());
    }

    [Fact]
    public void One_that_has_ended_a_request_never_ends_another()
    {
        var deadlines = new Deadlines(Long, TimeProvider.System);
        var first = deadlines.Begin();
        first.Cancel();
        deadlines.End(first);

        var second = deadlines.Begin();

        Assert.NotSame(first, second);
        Assert.False(second.IsCancellationRequested);
    }

    [Fact]
    public async Task One_that_serves_again_ends_its_request_too()
    {
        var deadlines = new Deadlines(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        CancellationTokenSource deadline;
        // On a busy machine its time may be over before it is taken back: then it does not serve again.
        do
            deadlines.End(deadline = deadlines.Begin());
        while (deadline.IsCancellationRequested);

        var again = deadlines.Begin();
        var ended = new TaskCompletionSource();
        await using var registration = again.Token.Register(ended.SetResult);

        Assert.Same(deadline, again);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
