using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

public sealed class ConcurrencyLimiterTests
{
    [Fact]
    public void The_first_callers_get_a_permit_at_once_and_the_others_get_one_in_the_order_of_asking()
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
    public void A_released_permit_that_has_no_waiter_goes_to_exactly_one_later_caller()
    {
        var limiter = new ConcurrencyLimiter(1);
        Assert.True(limiter.AcquireAsync().IsCompletedSuccessfully);
        limiter.Release();

        Assert.True(limiter.AcquireAsync().IsCompletedSuccessfully);
        Assert.False(limiter.AcquireAsync().IsCompleted);
    }

    [Fact]
    public void A_closed_limiter_cancels_waiting_callers_and_later_callers()
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
    public void A_row_acquires_its_permit_once_even_if_it_holds_it_several_times()
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
    public void Releasing_a_permit_twice_frees_only_one_place()
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
    public void Releasing_a_refused_permit_frees_no_place()
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
