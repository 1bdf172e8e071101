namespace PaymentCustomers.Engine.Imports;

/// <summary>The progress of an import, and its remaining time at the current speed.</summary>
/// <param name="Done">The number of rows processed.</param>
/// <param name="Percent">The percentage of rows processed, from 0 to 100.</param>
/// <param name="PerSecond">Rows per second, without rows that an earlier run had completed, because they took no time.</param>
/// <param name="Left">The remaining time; null while it cannot be estimated.</param>
internal readonly record struct ImportPace(long Done, double Percent, double PerSecond, TimeSpan? Left)
{
    // An upper bound that a TimeSpan can hold. Longer times are of no use to anyone.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(999);

    /// <param name="ledger">The outcomes of the rows so far.</param>
    /// <param name="rows">The number of all rows.</param>
    public static ImportPace Of(Ledger ledger, long rows)
    {
        var done = ledger.Rows;
        var seconds = ledger.Timeline.Elapsed.TotalSeconds;
        var perSecond = seconds > 0 ? ledger.Counts.Worked / seconds : 0;
        // A file that grew in the meantime has more rows than announced.
        var left = perSecond > 0 && done <= rows ? TimeSpan.FromSeconds(Math.Min((rows - done) / perSecond, Longest.TotalSeconds)) : (TimeSpan?)null;
        return new ImportPace(done, Math.Min(100, done * 100.0 / rows), perSecond, left);
    }
}
