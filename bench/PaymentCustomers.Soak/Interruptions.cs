namespace PaymentCustomers.Soak;

/// <summary>A moment at which a run is interrupted.</summary>
/// <param name="Stored">The number of stored customers to wait for.</param>
/// <param name="Requests">The number of requests to wait for after that.</param>
internal readonly record struct Moment(int Stored, int Requests);

/// <summary>Chooses when runs are interrupted: by the state of the emulator instead of the clock, so that they are really in progress.</summary>
internal static class Interruptions
{
    /// <summary>The latency, long enough that requests are in progress at any moment.</summary>
    public const int LatencyMs = 10;

    private const int MostRequestsMore = 48;

    private const int MostRequestsOfLook = 4;

    // In the last twentieth, the run might complete before it is interrupted.
    private const double UsedShare = 0.95;

    /// <summary>Limits the window, so that every run reaches rows that no earlier run has started.</summary>
    public static SoakOptions For(SoakOptions options) =>
        options with { Window = Math.Clamp(options.Rows / (2 * options.Kills), Math.Min(options.Throttle, options.Window), options.Window) };

    /// <summary>
    /// One moment in each part of the rows. After every second one there is another, while the next run looks up the rows that were left
    /// in doubt.
    /// </summary>
    public static IEnumerable<Moment> Moments(SoakRows rows, SoakOptions options)
    {
        var random = new Random(options.Seed);
        var part = (rows.Count - rows.Repeated - rows.Invalid) * UsedShare / options.Kills;
        for (var i = 0; i < options.Kills; i++)
        {
            yield return new Moment((int)(part * (i + random.NextDouble())), random.Next(MostRequestsMore));
            if (i % 2 == 0)
                yield return new Moment(0, random.Next(1, MostRequestsOfLook));
        }
    }

    /// <summary>Waits for a moment.</summary>
    /// <returns>False if the run completed before.</returns>
    public static async Task<bool> WaitAsync(Cell cell, Moment moment, Func<bool> isOver)
    {
        while (cell.StoredCount < moment.Stored && !isOver())
            await Task.Delay(1);
        var from = cell.Emulator.Store.RequestCount;
        while (cell.Emulator.Store.RequestCount - from < moment.Requests && !isOver())
            await Task.Delay(1);
        return !isOver();
    }
}
