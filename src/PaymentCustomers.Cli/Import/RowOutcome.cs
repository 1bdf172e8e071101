namespace PaymentCustomers.Cli.Import;

/// <summary>What became of a row of the file: the engine's outcomes, and those of rows that it did not get.</summary>
internal enum RowOutcome
{
    Created,
    Existing,
    Duplicate,
    Failed,
    Unknown,

    /// <summary>The run stopped before it.</summary>
    NotSent,

    /// <summary>A dry run found nothing wrong with it.</summary>
    Valid,
}
