using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>The result of a run, in numbers.</summary>
public sealed record PaymentRunSummary
{
    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>The number of input rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of customers that were created, including those of earlier runs with the same journal.</summary>
    public required long Created { get; init; }

    /// <summary>The number of customers that existed before.</summary>
    public required long Existing { get; init; }

    /// <summary>The number of customers that were changed, including those of earlier runs with the same journal.</summary>
    public long Updated { get; init; }

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

    /// <summary>The duration of the run, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows per second, without the rows of other shards.</summary>
    public double RowsPerSecond => Seconds > 0 ? Math.Round((Rows - OtherShard) / Seconds, 1) : 0;

    /// <summary>What stopped the run before the end, a <see cref="PaymentErrorId"/>; null if it was not stopped.</summary>
    public string? Stopped { get; init; }

    /// <summary>The numbers on one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Rows} rows: {Done("created", "existing", "updated")}, {Duplicate} duplicate, {Failed} failed, {Unknown} unknown, {NotSent} not sent{Passed("of other shards")}; {Seconds:0.0} s, {RowsPerSecond:0} rows/s"),
        Invariant($"{Rows} filas: {Done("creadas", "existentes", "modificadas")}, {Duplicate} duplicadas, {Failed} fallidas, {Unknown} dudosas, {NotSent} no enviadas{Passed("de otras partes")}; {Seconds:0.0} s, {RowsPerSecond:0} filas/s"));

    // A run either creates or changes customers, never both.
    private string Done(string created, string existing, string updated) =>
        Updated > 0 && Created == 0 ? Invariant($"{Updated} {updated}") : Invariant($"{Created} {created}, {Existing} {existing}");

    private string Passed(string what) => OtherShard == 0 ? "" : Invariant($", {OtherShard} {what}");
}
