using static System.FormattableString;

namespace PaymentCustomers;

/// <summary>A summary of a journal: its runs, and the number of rows in each state. Rows with the same content count once.</summary>
public sealed record PaymentJournalSummary
{
    /// <summary>The path of the journal.</summary>
    public required string Path { get; init; }

    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The account: a name or a fingerprint, never a secret.</summary>
    public required string Account { get; init; }

    /// <summary>The runs, in the order in which they started.</summary>
    public required IReadOnlyList<PaymentJournalRun> Runs { get; init; }

    /// <summary>When the first run started, UTC; null if the journal has no times.</summary>
    public DateTimeOffset? First => Runs.Select(run => run.Begun).FirstOrDefault(time => time is not null);

    /// <summary>When the journal was last written, UTC; null if the journal has no times.</summary>
    public DateTimeOffset? Last => Runs.Select(run => run.Last).LastOrDefault(time => time is not null);

    /// <summary>The name of the file that the last import read; null if no run imported a file.</summary>
    public string? Input => Runs.Select(run => run.Input).LastOrDefault(input => input is not null);

    /// <summary>The number of customers that were created.</summary>
    public required long Created { get; init; }

    /// <summary>The number of customers that existed before.</summary>
    public required long Existing { get; init; }

    /// <summary>The number of customers that were changed.</summary>
    public required long Updated { get; init; }

    /// <summary>The number of rows that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>The number of rows for which it is not known whether their customer was created.</summary>
    public required long Unknown { get; init; }

    /// <summary>The number of rows for which a request was about to be sent and no result was recorded.</summary>
    public required long Started { get; init; }

    /// <summary>The number of rows that were started but not sent.</summary>
    public required long Withdrawn { get; init; }

    /// <summary>The number of rows that the last run rejected before anything was sent for them.</summary>
    public required long Refused { get; init; }

    /// <summary>Whether every row in the journal has its customer.</summary>
    public bool IsComplete => Failed + Unknown + Started + Withdrawn + Refused == 0;

    /// <summary>The numbers on one line.</summary>
    public override string ToString() => Language.Say(
        Invariant($"{Runs.Count} runs: {Created} created, {Existing} existing, {Updated} changed, {Failed} failed, {Unknown} unknown, {Started} under way, {Withdrawn} not sent, {Refused} refused"),
        Invariant($"{Runs.Count} ejecuciones: {Created} creadas, {Existing} existentes, {Updated} modificadas, {Failed} fallidas, {Unknown} dudosas, {Started} en curso, {Withdrawn} no enviadas, {Refused} rechazadas"));
}
