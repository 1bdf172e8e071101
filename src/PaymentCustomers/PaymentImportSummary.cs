using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>The result of importing a file.</summary>
public sealed record PaymentImportSummary
{
    /// <summary>The path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>The number of rows in the file, without blank rows.</summary>
    public required long FileRows { get; init; }

    /// <summary>The number of rows that were processed: all rows of the file, or the first ones if the user limited the number.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of customers that were created, including those of earlier runs with the same journal.</summary>
    public required long Created { get; init; }

    /// <summary>The number of customers that existed before.</summary>
    public required long Existing { get; init; }

    /// <summary>The number of rows with the same content as an earlier row.</summary>
    public required long Duplicate { get; init; }

    /// <summary>The number of rows whose customer was not created.</summary>
    public required long Failed { get; init; }

    /// <summary>The number of rows for which it is not known whether their customer was created.</summary>
    public required long Unknown { get; init; }

    /// <summary>The number of rows for which nothing was sent because the run stopped first.</summary>
    public required long NotSent { get; init; }

    /// <summary>The number of rows that belong to another shard. They were skipped.</summary>
    public long OtherShard { get; init; }

    /// <summary>The number of rows that an earlier run with the same journal had completed. They are also counted under their outcome.</summary>
    public required long FromJournal { get; init; }

    /// <summary>The duration from the first row to the last, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows per second.</summary>
    public double RowsPerSecond => Seconds > 0 ? Math.Round((Rows - NotSent - OtherShard) / Seconds, 1) : 0;

    /// <summary>Why the run stopped before the end; null if it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether every row (of a shard: every row of the shard) has its customer.</summary>
    public bool IsComplete => Stopped is null && Failed + Unknown + NotSent == 0;

    /// <summary>The journal. Running the same command with it continues where this run ended. Null if no journal was kept, as in a practice run.</summary>
    public required string? JournalPath { get; init; }

    /// <summary>The file with the rows that have no customer; null if there are none.</summary>
    public string? RejectPath { get; init; }

    /// <summary>The file with the rows that have a customer; null if there are none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>The report; null if none was asked for.</summary>
    public string? ReportPath { get; init; }

    /// <summary>The result of the check before anything was sent.</summary>
    public required PaymentImportCheck Check { get; init; }

    /// <summary>The numbers on one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Rows} rows: {Created} created, {Existing} existing, {Duplicate} duplicate, {Failed} failed, {Unknown} unknown, {NotSent} not sent{Passed("of other shards")}; {Seconds:0.0} s, {RowsPerSecond:0} rows/s"),
        Invariant($"{Rows} filas: {Created} creadas, {Existing} existentes, {Duplicate} duplicadas, {Failed} fallidas, {Unknown} dudosas, {NotSent} no enviadas{Passed("de otras partes")}; {Seconds:0.0} s, {RowsPerSecond:0} filas/s"));

    private string Passed(string what) => OtherShard == 0 ? "" : Invariant($", {OtherShard} {what}");
}
