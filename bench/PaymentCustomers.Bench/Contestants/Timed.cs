using System.Diagnostics;
using System.Text.Json;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>How long a contestant took, and before that for its warm-up.</summary>
internal readonly record struct Timed(TimeSpan WarmUp, TimeSpan Work)
{
    public static async Task<Timed> RunAsync(Func<Task> warmUp, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await warmUp();
        var between = Stopwatch.GetTimestamp();
        await work();
        return new Timed(Stopwatch.GetElapsedTime(start, between), Stopwatch.GetElapsedTime(between));
    }

    /// <summary>As the benchmark reads it.</summary>
    public override string ToString() => JsonSerializer.Serialize(new { seconds = Work.TotalSeconds, warmUpSeconds = WarmUp.TotalSeconds });
}
