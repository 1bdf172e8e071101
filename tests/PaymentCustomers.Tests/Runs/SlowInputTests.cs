using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>How long outcomes are waited for while the input is slow.</summary>
public sealed class SlowInputTests
{
    [Fact]
    public void Nobody_waits_while_rows_come_faster_than_a_person_reads()
    {
        var input = new SlowInput();

        Assert.All(Enumerable.Range(1, 1000), _ => Assert.Equal(TimeSpan.Zero, input.Allow(TimeSpan.FromMilliseconds(249))));
    }

    [Fact]
    public void The_outcomes_of_the_first_slow_rows_are_waited_for_and_no_longer_than_the_input_took()
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
    public void All_waits_together_are_a_second_and_three_hundredths_of_what_the_input_takes(int pauseMs, int answerMs)
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
    public void Input_that_pauses_for_long_is_always_waited_for()
    {
        var input = new SlowInput();

        for (var row = 0; row < 100; row++)
        {
            Assert.True(input.Allow(TimeSpan.FromSeconds(10)) >= TimeSpan.FromMilliseconds(300));
            input.Spend(TimeSpan.FromMilliseconds(300));
        }
    }
}
