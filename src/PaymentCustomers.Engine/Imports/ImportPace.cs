namespace PaymentCustomers.Engine.Imports;

/// <summary>How far an import is, and how long it will go on if the rest goes as fast.</summary>
/// <param name="Done">The rows that are accounted for.</param>
/// <param name="Percent">How many of all rows these are, from 0 to 100.</param>
/// <param name="PerSecond">Rows a second; those that an earlier run had done took no time and are left out.</param>
/// <param name="Left">How long the other rows will take; null while nobody can say.</param>
internal readonly record struct ImportPace(long Done, double Percent, double PerSecond, TimeSpan? Left)
{
    // Nobody plans with more, and a time span holds it.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(999);

    /// <param name="ledger">What became of the rows until now.</param>
    /// <param name="rows">How many rows there are.</param>
    public static ImportPace Of(Ledger ledger, long rows)
    {
        var done = ledger.Rows;
        var seconds = ledger.Timeline.Elapsed.TotalSeconds;
        var perSecond = seconds > 0 ? ledger.Counts.Worked / seconds : 0;
        // A file that grew meanwhile has more than were announced.
        var left = perSecond > 0 && done <= rows ? TimeSpan.FromSeconds(Math.Min((rows - done) / perSecond, Longest.TotalSeconds)) : (TimeSpan?)null;
        return new ImportPace(done, Math.Min(100, done * 100.0 / rows), perSecond, left);
    }
}
