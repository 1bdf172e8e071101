using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

public sealed class ConcurrencyLimiterTests
{
    [Fact]
    public void So_many_get_a_permit_at_once_and_the_others_in_the_order_in_which_they_asked()
    {
        var limiter = new ConcurrencyLimiter(2);
        var asked = Enumerable.Range(0, 5).Select(_ => limiter.AcquireAsync()).ToArray();
        Assert.Equal([true, true, false, false, false], asked.Select(one => one.IsCompletedSuccessfully));

        limiter.Release();
        Assert.Equal([true, true, true, false, false], asked.Select(one => one.IsCompletedSuccessfully));
        limiter.Release();
        Assert.Equal([true, true, true, true, false], asked.Select(one => one.IsCompletedSuccessfully));
    }

    [Fact]
    public void A_permit_that_nobody_waits_for_is_there_for_who_comes_next_and_no_more_than_one()
    {
        var limiter = new ConcurrencyLimiter(1);
        Assert.True(limiter.AcquireAsync().IsCompletedSuccessfully);
        limiter.Release();

        Assert.True(limiter.AcquireAsync().IsCompletedSuccessfully);
        Assert.False(limiter.AcquireAsync().IsCompleted);
    }

    [Fact]
    public void Once_closed_it_gives_no_more_to_those_who_wait_nor_to_those_who_come()
    {
        var limiter = new ConcurrencyLimiter(1);
        var held = limiter.AcquireAsync();
        var waiting = limiter.AcquireAsync();

        limiter.Close();
        limiter.Release();

        Assert.True(held.IsCompletedSuccessfully);
        Assert.True(waiting.IsCanceled);
        Assert.True(limiter.AcquireAsync().IsCanceled);
    }

    [Fact]
    public void A_row_asks_for_its_permit_once_however_often_it_holds_it()
    {
        var limiter = new ConcurrencyLimiter(1);
        var first = new Permit(limiter);
        var second = new Permit(limiter);

        first.Ask();
        Assert.True(first.HoldAsync().IsCompletedSuccessfully);
        Assert.True(first.HoldAsync().IsCompletedSuccessfully);
        second.Ask();
        Assert.Equal((true, false), (first.IsReady, second.IsReady));

        first.Release();
        Assert.True(second.IsReady);
        Assert.True(second.HoldAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public void A_permit_is_given_back_once()
    {
        var limiter = new ConcurrencyLimiter(1);
        var permit = new Permit(limiter);
        Assert.True(permit.IsReady);
        permit.Ask();

        permit.Release();
        permit.Release();

        Assert.True(permit.IsReady);
        Assert.True(limiter.AcquireAsync().IsCompletedSuccessfully);
        Assert.False(limiter.AcquireAsync().IsCompleted);
    }

    [Fact]
    public void A_permit_that_was_refused_is_not_given_back()
    {
        var limiter = new ConcurrencyLimiter(0);
        var permit = new Permit(limiter);
        permit.Ask();
        limiter.Close();

        Assert.True(permit.IsReady);
        Assert.True(permit.HoldAsync().IsCanceled);
        permit.Release();
        Assert.True(permit.HoldAsync().IsCanceled);
    }
}
