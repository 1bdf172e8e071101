using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>What became of a file that was imported.</summary>
public sealed record PaymentImportSummary
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>The rows of the file, without blank ones.</summary>
    public required long FileRows { get; init; }

    /// <summary>The rows that are accounted for: all of the file, or the first ones where no more were asked for.</summary>
    public required long Rows { get; init; }

    /// <summary>Customers that the provider created, those of an earlier run with the same journal among them.</summary>
    public required long Created { get; init; }

    /// <summary>Customers that the provider had already.</summary>
    public required long Existing { get; init; }

    /// <summary>Rows that said the same as an earlier one.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Rows whose customer was not created.</summary>
    public required long Failed { get; init; }

    /// <summary>Rows of which nobody can say whether their customer was created.</summary>
    public required long Unknown { get; init; }

    /// <summary>Rows that nothing was sent for because the run stopped.</summary>
    public required long NotSent { get; init; }

    /// <summary>Rows that belong to another shard, and were passed over.</summary>
    public long OtherShard { get; init; }

    /// <summary>Rows that an earlier run with the same journal had done; they are counted by their outcome too.</summary>
    public required long FromJournal { get; init; }

    /// <summary>How long it took from the first row to the last, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows a second.</summary>
    public double RowsPerSecond => Seconds > 0 ? Math.Round((Rows - NotSent - OtherShard) / Seconds, 1) : 0;

    /// <summary>Why it did not go to the end; null if it did.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether every row has its customer; of a shard, every row of it.</summary>
    public bool IsComplete => Stopped is null && Failed + Unknown + NotSent == 0;

    /// <summary>The journal: the same command with it goes on where this run ended. Null if none was kept, as of a practice run at an emulator that ended with it.</summary>
    public required string? JournalPath { get; init; }

    /// <summary>The file with the rows without a customer; null if there are none.</summary>
    public string? RejectPath { get; init; }

    /// <summary>The file with the rows that have a customer; null if there are none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>The report; null if none was asked for.</summary>
    public string? ReportPath { get; init; }

    /// <summary>What was known of the file before anything was sent.</summary>
    public required PaymentImportCheck Check { get; init; }

    /// <summary>The numbers in one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Rows} rows: {Created} created, {Existing} existing, {Duplicate} duplicate, {Failed} failed, {Unknown} unknown, {NotSent} not sent{Passed("of other shards")}; {Seconds:0.0} s, {RowsPerSecond:0} rows/s"),
        Invariant($"{Rows} filas: {Created} creadas, {Existing} existentes, {Duplicate} duplicadas, {Failed} fallidas, {Unknown} dudosas, {NotSent} no enviadas{Passed("de otras partes")}; {Seconds:0.0} s, {RowsPerSecond:0} filas/s"));

    private string Passed(string what) => OtherShard == 0 ? "" : Invariant($", {OtherShard} {what}");
}
