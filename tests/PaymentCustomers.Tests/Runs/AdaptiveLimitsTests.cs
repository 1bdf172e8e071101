using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What the adaptive limits find at providers that are simulated with a fake clock, in steps of one millisecond.</summary>
public sealed class AdaptiveLimitsTests
{
    private const int Seconds = 120;

    public static TheoryData<string, int, int, double?> Throttling { get; } = new(
        from kind in new[] { "window", "bucket" }
        from rate in new[] { 10, 80, 300 }
        from latency in new[] { 20, 50, 200 }
        from wait in new double?[] { null, 1 }
        select (kind, rate, latency, wait));

    [Theory]
    [MemberData(nameof(Throttling))]
    public void At_a_provider_that_limits_the_rate_nearly_all_of_it_is_used_with_few_429s(string kind, int rate, int latency, double? wait)
    {
        var provider = new Provider { Admission = () => Admission(kind, rate), Latency = _ => latency, RetryAfter = wait };

        var adaptive = provider.Run(adapts: true);
        var constant = provider.Run(adapts: false);

        Assert.InRange(adaptive.Admitted / (double)(rate * Seconds), 0.8, 1.02);
        Assert.InRange(adaptive.Refused / (double)adaptive.Admitted, 0, 0.04);
        // With a constant number, the same part of the rate costs more 429s, unless it is by chance the right number.
        if (rate <= 80 && constant.Admitted >= 0.7 * adaptive.Admitted)
            Assert.InRange(adaptive.Refused, 1, constant.Refused / 2);
    }

    [Theory]
    [InlineData("window", null)]
    [InlineData("window", 1.0)]
    [InlineData("bucket", null)]
    [InlineData("bucket", 1.0)]
    public void At_80_requests_a_second_nine_tenths_of_them_are_used_with_at_most_half_of_the_429s(string kind, double? wait)
    {
        var provider = new Provider { Admission = () => Admission(kind, 80), Latency = _ => 50, RetryAfter = wait };

        var adaptive = provider.Run(adapts: true);

        Assert.InRange(adaptive.Admitted / (80.0 * Seconds), 0.9, 1.02);
        Assert.InRange(adaptive.Refused, 1, provider.Run(adapts: false).Refused / 2);
    }

    [Fact]
    public void When_the_provider_takes_more_again_the_rate_follows()
    {
        var now = 0.0;
        var probe = new RateProbe();
        for (var request = 0; request < 100; request++)
            probe.End(probe.Begin(now), now += 0.02, isThrottled: false);
        probe.End(probe.Begin(now), now, isThrottled: true);
        var fallen = probe.PerSecond;
        Assert.InRange(fallen, 20, 45);

        for (var step = 0; step < 600; step++)
            probe.End(probe.Begin(now += 0.1), now, isThrottled: false);

        Assert.InRange(probe.PerSecond, 50, 500);
    }

    [Fact]
    public void Only_one_429_of_those_that_left_before_the_rate_fell_lowers_it()
    {
        var probe = new RateProbe();
        for (var request = 0; request < 100; request++)
            probe.End(probe.Begin(request * 0.02), (request * 0.02) + 0.01, isThrottled: false);
        var late = new[] { probe.Begin(2), probe.Begin(2.01), probe.Begin(2.04) };

        Assert.True(probe.End(late[1], 2.05, isThrottled: true));
        var fallen = probe.PerSecond;
        Assert.False(probe.End(late[0], 2.06, isThrottled: true));
        Assert.False(probe.End(late[2], 2.07, isThrottled: true));

        Assert.Equal(fallen, probe.PerSecond);
    }

    [Fact]
    public void If_the_first_answer_of_all_is_a_429_there_is_no_rate_to_lower()
    {
        var probe = new RateProbe();

        Assert.False(probe.End(probe.Begin(0), 0.05, isThrottled: true));

        Assert.Equal(double.PositiveInfinity, probe.PerSecond);
    }

    [Fact]
    public void If_answers_take_no_longer_with_more_requests_at_once_the_largest_number_is_used()
    {
        var provider = new Provider { Latency = _ => 50 };

        Assert.Equal(AdaptiveLimits.MostConcurrency, provider.Run(adapts: true).Concurrency);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(100)]
    public void If_answers_take_longer_from_some_number_of_requests_at_once_about_that_number_is_used(int capacity)
    {
        var provider = new Provider { Latency = onWire => Math.Max(50, 50 * onWire / capacity) };

        var run = provider.Run(adapts: true);

        Assert.InRange(run.Concurrency, capacity, 2 * capacity);
        Assert.InRange(run.Admitted / (double)(capacity * 20 * Seconds), 0.9, 1.01);
    }

    /// <summary>What a provider admits: so many in each second, or a bucket that holds a second's requests.</summary>
    private static Func<double, bool> Admission(string kind, int rate)
    {
        if (kind == "window")
        {
            var window = -1;
            var count = 0;
            return now =>
            {
                if ((int)now != window)
                    (window, count) = ((int)now, 0);
                return count++ < rate;
            };
        }

        double tokens = rate;
        var last = 0.0;
        return now =>
        {
            tokens = Math.Min(rate, tokens + ((now - last) * rate));
            last = now;
            if (tokens < 1)
                return false;
            tokens--;
            return true;
        };
    }

    private sealed record Finding(int Admitted, int Refused, int Concurrency);

    private sealed class Provider
    {
        public Func<Func<double, bool>> Admission { get; init; } = () => _ => true;

        /// <summary>Milliseconds that an answer takes, given how many requests are under way.</summary>
        public required Func<int, int> Latency { get; init; }

        public double? RetryAfter { get; init; }

        public Finding Run(bool adapts)
        {
            var clock = new TestClock();
            var admits = Admission();
            var pace = new RequestPace();
            var random = new Random(1);
            var (concurrency, admitted, refused, heldUntil, now) = (AdaptiveLimits.FirstConcurrency, 0, 0, 0.0, 0.0);
            var limits = new AdaptiveLimits(clock, log: null, most => concurrency = most, rate => pace.Limit(rate, now, startsEmpty: false));
            var underWay = new PriorityQueue<(Departure Departure, bool IsAdmitted), double>();
            for (var ms = 0; ms < Seconds * 1000; ms++)
            {
                now = ms / 1000.0;
                while (underWay.TryPeek(out var first, out var end) && end <= now)
                {
                    underWay.Dequeue();
                    if (first.IsAdmitted)
                    {
                        admitted++;
                    }
                    else
                    {
                        refused++;
                        // Without a wait that the provider asks for, it is the first one of RetryRules.
                        heldUntil = Math.Max(heldUntil, now + (RetryAfter ?? (0.25 + (0.25 * random.NextDouble()))));
                    }

                    limits.End(first.Departure, new Attempt(ProviderOperation.Create, AttemptKind.Answered) { Status = first.IsAdmitted ? 201 : 429 });
                }

                while (now >= heldUntil && underWay.Count < (adapts ? concurrency : AdaptiveLimits.FirstConcurrency) && (!adapts || pace.Take(now) <= 0))
                    underWay.Enqueue((limits.Begin(), admits(now)), now + (Latency(underWay.Count + 1) / 1000.0));
                clock.Advance(TimeSpan.FromMilliseconds(1));
            }

            return new Finding(admitted, refused, concurrency);
        }
    }
}
