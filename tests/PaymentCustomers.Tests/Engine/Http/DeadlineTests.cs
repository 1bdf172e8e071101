using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public void A_deadline_that_has_not_passed_is_reused()
    {
        var deadlines = new Deadlines(Long, TimeProvider.System);
        var first = deadlines.Begin();
        deadlines.End(first);

        Assert.Same(first, deadlines.Begin());
        Assert.NotSame(first, deadlines.Begin());
    }

    [Fact]
    public void A_deadline_that_has_passed_is_never_reused()
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
    public async Task A_reused_deadline_ends_its_request()
    {
        var deadlines = new Deadlines(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        CancellationTokenSource deadline;
        // On a busy machine the deadline may pass before it is returned. Then it is not reused.
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
