namespace PaymentCustomers.Tests;

/// <summary>
/// A clock for which short waits (between attempts, before a look) are over at once and longer ones (the timeout of a
/// request) take as long as they do.
/// </summary>
internal class HastyClock : TimeProvider
{
    private static readonly TimeSpan LongestSkipped = TimeSpan.FromSeconds(30);

    private long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestSkipped || period != Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Add(ref _skipped, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
