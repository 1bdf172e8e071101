using System.Diagnostics;
using System.Text.Json;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>How long a contestant's warm-up and work took.</summary>
/// <param name="WarmUp">The duration of the warm-up.</param>
/// <param name="Work">The duration of the work.</param>
/// <param name="Processor">The processor time of the work, in all threads.</param>
internal readonly record struct Timed(TimeSpan WarmUp, TimeSpan Work, TimeSpan Processor)
{
    public static async Task<Timed> RunAsync(Func<Task> warmUp, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await warmUp();
        var between = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        await work();
        return new Timed(Stopwatch.GetElapsedTime(start, between), Stopwatch.GetElapsedTime(between), Environment.CpuUsage.TotalTime - processor);
    }

    /// <summary>The JSON that the benchmark reads.</summary>
    public override string ToString() => JsonSerializer.Serialize(
        new { seconds = Work.TotalSeconds, warmUpSeconds = WarmUp.TotalSeconds, processorSeconds = Processor.TotalSeconds });
}
