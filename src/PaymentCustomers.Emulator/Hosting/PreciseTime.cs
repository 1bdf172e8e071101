using System.Diagnostics;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// The system clock with timers that are accurate to half a millisecond. On Linux, .NET timers use a clock with a resolution of up
/// to 4 ms, so that a latency of 50 ms took 52 ms and one of 5 ms took 8 ms, which makes measurements of clients unreliable.
/// </summary>
internal sealed class PreciseTime : TimeProvider
{
    private static readonly long HalfMillisecond = Stopwatch.Frequency / 2000;

    private readonly object _lock = new();
    private readonly PriorityQueue<(PreciseTimer Timer, int Version), long> _due = new();

    private PreciseTime() => new Thread(Run) { IsBackground = true, Name = nameof(PreciseTime) }.Start();

    /// <summary>The instance for all emulators of the process; it uses one thread.</summary>
    public static PreciseTime Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The timer is periodic.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PreciseTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Run()
    {
        lock (_lock)
        {
            while (true)
            {
                if (!_due.TryPeek(out var next, out var at))
                {
                    Monitor.Wait(_lock);
                }
                else if (next.Version != next.Timer.Version)
                {
                    _due.Dequeue();
                }
                else if (at - Stopwatch.GetTimestamp() is var rest && rest > HalfMillisecond)
                {
                    Monitor.Wait(_lock, (int)Math.Min(Math.Round(rest * 1000d / Stopwatch.Frequency), int.MaxValue));
                }
                else
                {
                    _due.Dequeue();
                    ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), next.Timer, preferLocal: false);
                }
            }
        }
    }

    private void Schedule(PreciseTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            timer.Version++;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            _due.Enqueue((timer, timer.Version), Stopwatch.GetTimestamp() + (long)(dueTime.TotalSeconds * Stopwatch.Frequency));
            Monitor.Pulse(_lock);
        }
    }

    private sealed class PreciseTimer(PreciseTime time, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Counts changes. Entries scheduled before the last change are void.</summary>
        public int Version { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("A timer of the emulator fires once.");
            time.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => time.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
