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
        Elapsed > TimeSpan.Zero ? (Ledger.Rows - Ledger.Counts[CustomerOutcome.NotSent] - Ledger.Counts[CustomerOutcome.OtherShard]) / Elapsed.TotalSeconds : 0;

    public bool IsComplete => Stopped is null && Ledger.ErrorCount == 0 && Ledger.Counts[CustomerOutcome.NotSent] == 0;

    /// <summary>One of <see cref="PaymentCustomers.Cli.ExitCode"/>.</summary>
    public int ExitCode => Stopped is not null ? Cli.ExitCode.Stopped : IsComplete ? Cli.ExitCode.Done : Cli.ExitCode.Incomplete;

    /// <summary>The outcomes worth showing, in the order in which they are shown.</summary>
    public IEnumerable<(string Name, long Rows)> Counts() => IsDryRun
        ? [("Would be created", Ledger.Valid), (Name(CustomerOutcome.Failed), Ledger.Counts[CustomerOutcome.Failed]), (Name(CustomerOutcome.NotSent), Ledger.Counts[CustomerOutcome.NotSent]), .. Others()]
        : [.. from outcome in Enum.GetValues<CustomerOutcome>() where outcome is not (CustomerOutcome.Updated or CustomerOutcome.OtherShard) select (Name(outcome), Ledger.Counts[outcome]), .. Others()];

    private (string Name, long Rows)[] Others() =>
        Ledger.Counts[CustomerOutcome.OtherShard] is > 0 and var rows ? [(Name(CustomerOutcome.OtherShard), rows)] : [];

    private static string Name(CustomerOutcome outcome) => outcome switch
    {
        CustomerOutcome.NotSent => "Not sent",
        CustomerOutcome.OtherShard => "Other shards",
        _ => outcome.ToString(),
    };
}
