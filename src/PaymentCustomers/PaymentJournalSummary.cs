using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>What a journal says as a whole: its runs, and how many rows are in which state. Rows that are the same are one.</summary>
public sealed record PaymentJournalSummary
{
    /// <summary>The journal's file.</summary>
    public required string Path { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The account: a name or a fingerprint, never a secret.</summary>
    public required string Account { get; init; }

    /// <summary>The runs, in the order in which they began.</summary>
    public required IReadOnlyList<PaymentJournalRun> Runs { get; init; }

    /// <summary>When the first run began, UTC; null if no line says a time.</summary>
    public DateTimeOffset? First => Runs.Select(run => run.Begun).FirstOrDefault(time => time is not null);

    /// <summary>When something was last written, UTC; null if no line says a time.</summary>
    public DateTimeOffset? Last => Runs.Select(run => run.Last).LastOrDefault(time => time is not null);

    /// <summary>The name of the file that was imported, as the last run that had one says it; null if none had.</summary>
    public string? Input => Runs.Select(run => run.Input).LastOrDefault(input => input is not null);

    /// <summary>Customers that were created.</summary>
    public required long Created { get; init; }

    /// <summary>Customers that the provider had already.</summary>
    public required long Existing { get; init; }

    /// <summary>Customers that were changed.</summary>
    public required long Updated { get; init; }

    /// <summary>Rows that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Rows of which nobody can say whether their customer was created.</summary>
    public required long Unknown { get; init; }

    /// <summary>Rows for which a request was about to leave, and of which nothing is known since.</summary>
    public required long Started { get; init; }

    /// <summary>Rows that were taken up and not sent.</summary>
    public required long Withdrawn { get; init; }

    /// <summary>Rows that the last run refused before anything was sent for them.</summary>
    public required long Refused { get; init; }

    /// <summary>Whether every row in the journal has its customer.</summary>
    public bool IsComplete => Failed + Unknown + Started + Withdrawn + Refused == 0;

    /// <summary>The numbers in one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Runs.Count} runs: {Created} created, {Existing} existing, {Updated} changed, {Failed} failed, {Unknown} unknown, {Started} under way, {Withdrawn} not sent, {Refused} refused"),
        Invariant($"{Runs.Count} ejecuciones: {Created} creadas, {Existing} existentes, {Updated} modificadas, {Failed} fallidas, {Unknown} dudosas, {Started} en curso, {Withdrawn} no enviadas, {Refused} rechazadas"));
}
