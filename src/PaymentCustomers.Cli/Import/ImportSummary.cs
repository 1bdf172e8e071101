namespace PaymentCustomers.Cli.Import;

/// <summary>What an import came to.</summary>
/// <param name="Connection">Where it went.</param>
/// <param name="Ledger">What became of the rows.</param>
/// <param name="Elapsed">How long it took from the first row to the last.</param>
internal sealed record ImportSummary(PaymentConnection Connection, Ledger Ledger, TimeSpan Elapsed)
{
    public bool IsDryRun { get; init; }

    /// <summary>Why the run did not go to the end of the file; null if it did.</summary>
    public string? Stopped { get; init; }

    public string? RejectsPath { get; init; }

    public string? OutputPath { get; init; }

    /// <summary>Rows that went through the run; what was not sent took no time.</summary>
    public double RowsPerSecond =>
        Elapsed > TimeSpan.Zero ? (Ledger.Rows - Ledger.Count(RowOutcome.NotSent)) / Elapsed.TotalSeconds : 0;

    public bool IsComplete => Stopped is null && Ledger.ErrorCount == 0 && Ledger.Count(RowOutcome.NotSent) == 0;

    /// <summary>The outcomes worth showing, in the order in which they are shown.</summary>
    public IEnumerable<(string Name, long Rows)> Counts() =>
        from outcome in IsDryRun ? DryOutcomes : Outcomes
        select (Name(outcome), Ledger.Count(outcome));

    private static readonly RowOutcome[] Outcomes =
        [RowOutcome.Created, RowOutcome.Existing, RowOutcome.Duplicate, RowOutcome.Failed, RowOutcome.Unknown, RowOutcome.NotSent];

    private static readonly RowOutcome[] DryOutcomes = [RowOutcome.Valid, RowOutcome.Failed, RowOutcome.NotSent];

    private static string Name(RowOutcome outcome) => outcome switch
    {
        RowOutcome.NotSent => "Not sent",
        RowOutcome.Valid => "Would be created",
        _ => outcome.ToString(),
    };
}
