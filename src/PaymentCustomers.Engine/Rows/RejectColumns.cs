using System.Globalization;

namespace PaymentCustomers.Engine.Rows;

/// <summary>The state of a row without a customer.</summary>
internal enum RejectState
{
    /// <summary>The row is not valid. Nothing was sent.</summary>
    Refused,

    /// <summary>The provider certainly did not create the customer.</summary>
    Failed,

    /// <summary>The row was sent, and it is not known whether its customer was created.</summary>
    Doubtful,

    /// <summary>Nothing was sent for the row.</summary>
    NotSent,
}

/// <summary>
/// The columns of rejected rows, which keep their state when they are read again from a file, a pipe or an error. A doubtful
/// row is looked up by its key before it is sent again.
/// </summary>
internal static class RejectColumns
{
    public const string State = "reject_state";
    public const string Reason = "reject_reason";

    /// <summary>When the state was determined, UTC. An old doubt can be resolved where a new one cannot.</summary>
    public const string Time = "reject_time";

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Includes the columns of earlier versions.
    private static readonly string[] All = [State, Reason, Time, "_error_id", "_error"];

    /// <summary>Whether an earlier import added the column.</summary>
    public static bool IsOwn(string column) => All.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a state.</summary>
    public static string Write(RejectState state) => state switch
    {
        RejectState.NotSent => "not-sent",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>The text of a time.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Whether a cell of <see cref="State"/> means that the row's result is not known. An unknown text counts as doubtful.</summary>
    public static bool IsDoubtful(string cell) =>
        !Enum.GetValues<RejectState>().Any(state => state != RejectState.Doubtful && cell.Equals(Write(state), StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a cell of <see cref="Time"/>; null if it contains no time.</summary>
    public static DateTimeOffset? ReadTime(string cell) =>
        DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>
    /// The state of a row without a customer. A row that was doubtful before stays doubtful until its result is known: even if this run
    /// refuses it or does not send it, an earlier run has sent it.
    /// </summary>
    /// <param name="outcome">The row's outcome in this run.</param>
    /// <param name="error">The error, if there was one.</param>
    /// <param name="wasDoubtful">Whether the row was doubtful in the input.</param>
    public static RejectState StateOf(CustomerOutcome outcome, PaymentErrorId? error, bool wasDoubtful) => outcome switch
    {
        CustomerOutcome.Unknown => RejectState.Doubtful,
        CustomerOutcome.NotSent => wasDoubtful ? RejectState.Doubtful : RejectState.NotSent,
        _ when error is PaymentErrorId.CustomerInvalid or PaymentErrorId.FieldUnsupported => wasDoubtful ? RejectState.Doubtful : RejectState.Refused,
        _ => RejectState.Failed,
    };
}
