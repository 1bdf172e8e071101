using System.Diagnostics;
using System.Text.Json;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>The durations of a contestant's warm-up and work.</summary>
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

    /// <summary>The JSON that the benchmark reads.</summary>
    public override string ToString() => JsonSerializer.Serialize(new { seconds = Work.TotalSeconds, warmUpSeconds = WarmUp.TotalSeconds });
}
