namespace PaymentCustomers.Soak;

/// <summary>A moment at which a run is broken off.</summary>
/// <param name="Stored">After so many customers,</param>
/// <param name="Requests">and then so many requests.</param>
internal readonly record struct Moment(int Stored, int Requests);

/// <summary>When runs are broken off: by what the emulator sees, not by the clock, so that they are really under way.</summary>
internal static class Interruptions
{
    /// <summary>So long a request takes that some are on their way whenever the moment comes.</summary>
    public const int LatencyMs = 10;

    private const int MostRequestsMore = 48;

    private const int MostRequestsOfLook = 4;

    // In the last twentieth the run could be done before it is broken off.
    private const double UsedShare = 0.95;

    /// <summary>With a window so small that each run gets to rows that none before it has started.</summary>
    public static SoakOptions For(SoakOptions options) =>
        options with { Window = Math.Clamp(options.Rows / (2 * options.Kills), Math.Min(options.Throttle, options.Window), options.Window) };

    /// <summary>
    /// One moment in each part of the rows; after every other one another, while the run that follows looks for the rows
    /// that were left in doubt.
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
    /// <returns>False if the run came to its end before.</returns>
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
