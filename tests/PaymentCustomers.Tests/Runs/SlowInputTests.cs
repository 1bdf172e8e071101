using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>How long the run waits for outcomes while the input is slow.</summary>
public sealed class SlowInputTests
{
    [Fact]
    public void The_run_does_not_wait_while_rows_arrive_quickly()
    {
        var input = new SlowInput();

        Assert.All(Enumerable.Range(1, 1000), _ => Assert.Equal(TimeSpan.Zero, input.Allow(TimeSpan.FromMilliseconds(249))));
    }

    [Fact]
    public void The_run_waits_for_the_first_slow_rows_no_longer_than_the_input_took()
    {
        var input = new SlowInput();

        for (var row = 0; row < 3; row++)
        {
            Assert.Equal(TimeSpan.FromMilliseconds(300), input.Allow(TimeSpan.FromMilliseconds(300)));
            input.Spend(TimeSpan.FromMilliseconds(300));
        }
    }

    [Theory]
    [InlineData(250, 200)]
    [InlineData(300, 5)]
    [InlineData(1000, 60000)]
    [InlineData(5000, 200)]
    public void All_waits_together_are_at_most_one_second_and_three_percent_of_the_input_time(int pauseMs, int answerMs)
    {
        var input = new SlowInput();
        var (paused, waited) = (TimeSpan.Zero, TimeSpan.Zero);

        for (var row = 0; row < 1000; row++)
        {
            var pause = TimeSpan.FromMilliseconds(pauseMs);
            var allowed = input.Allow(pause);
            var wait = allowed < TimeSpan.FromMilliseconds(answerMs) ? allowed : TimeSpan.FromMilliseconds(answerMs);
            input.Spend(wait);
            paused += pause;
            waited += wait;
        }

        Assert.InRange(waited, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1) + (paused * 0.03) + TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void The_run_always_waits_for_input_with_long_pauses()
    {
        var input = new SlowInput();

        for (var row = 0; row < 100; row++)
        {
            Assert.True(input.Allow(TimeSpan.FromSeconds(10)) >= TimeSpan.FromMilliseconds(300));
            input.Spend(TimeSpan.FromMilliseconds(300));
        }
    }
}
