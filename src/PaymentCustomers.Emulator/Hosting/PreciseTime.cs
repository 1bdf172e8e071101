using System.Diagnostics;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// The system's time with timers that keep to half a millisecond. The system's own go by a clock that on Linux moves in
/// steps of up to 4 ms, so that 50 ms of server time were 52 and 5 were 8: no measure for a client.
/// </summary>
internal sealed class PreciseTime : TimeProvider
{
    private static readonly long HalfMillisecond = Stopwatch.Frequency / 2000;

    private readonly object _lock = new();
    private readonly PriorityQueue<(PreciseTimer Timer, int Version), long> _due = new();

    private PreciseTime() => new Thread(Run) { IsBackground = true, Name = nameof(PreciseTime) }.Start();

    /// <summary>One thread for all emulators of the process.</summary>
    public static PreciseTime Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The timer is to repeat.</exception>
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
        /// <summary>Counts the changes: what was scheduled before the last one is void.</summary>
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
