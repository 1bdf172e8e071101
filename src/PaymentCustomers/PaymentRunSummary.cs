using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>What became of the rows of a run, in numbers.</summary>
public sealed record PaymentRunSummary
{
    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>All rows that came in.</summary>
    public required long Rows { get; init; }

    /// <summary>Customers that the provider created, those of an earlier run with the same journal among them.</summary>
    public required long Created { get; init; }

    /// <summary>Customers that the provider had already.</summary>
    public required long Existing { get; init; }

    /// <summary>Customers that the provider changed, those of an earlier run with the same journal among them.</summary>
    public long Updated { get; init; }

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

    /// <summary>How long the run took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows a second, those of other shards left out.</summary>
    public double RowsPerSecond => Seconds > 0 ? Math.Round((Rows - OtherShard) / Seconds, 1) : 0;

    /// <summary>What stopped the run before its end, a <see cref="PaymentErrorId"/>; null if nothing did.</summary>
    public string? Stopped { get; init; }

    /// <summary>The numbers in one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Rows} rows: {Done("created", "existing", "updated")}, {Duplicate} duplicate, {Failed} failed, {Unknown} unknown, {NotSent} not sent{Passed("of other shards")}; {Seconds:0.0} s, {RowsPerSecond:0} rows/s"),
        Invariant($"{Rows} filas: {Done("creadas", "existentes", "modificadas")}, {Duplicate} duplicadas, {Failed} fallidas, {Unknown} dudosas, {NotSent} no enviadas{Passed("de otras partes")}; {Seconds:0.0} s, {RowsPerSecond:0} filas/s"));

    // A run creates or changes.
    private string Done(string created, string existing, string updated) =>
        Updated > 0 && Created == 0 ? Invariant($"{Updated} {updated}") : Invariant($"{Created} {created}, {Existing} {existing}");

    private string Passed(string what) => OtherShard == 0 ? "" : Invariant($", {OtherShard} {what}");
}
