using System.Globalization;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What is known of a row that has no customer.</summary>
internal enum RejectState
{
    /// <summary>It cannot be sent as it is; nothing was sent.</summary>
    Refused,

    /// <summary>The provider did not create it, and that is certain.</summary>
    Failed,

    /// <summary>It was sent, and nobody knows whether its customer was created.</summary>
    Doubtful,

    /// <summary>Nothing was sent for it.</summary>
    NotSent,
}

/// <summary>
/// The columns that rejected rows carry, so that they know their state wherever they come back: out of a file, a pipe or an
/// error. A doubtful row is looked up by its key before it is sent again.
/// </summary>
internal static class RejectColumns
{
    public const string State = "reject_state";
    public const string Reason = "reject_reason";

    /// <summary>When it was found out, UTC: a doubt that is old can be settled where a new one cannot.</summary>
    public const string Time = "reject_time";

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Those of earlier versions among them.
    private static readonly string[] All = [State, Reason, Time, "_error_id", "_error"];

    /// <summary>Whether a column is one of those that an earlier import has added.</summary>
    public static bool IsOwn(string column) => All.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A state as it is written.</summary>
    public static string Write(RejectState state) => state switch
    {
        RejectState.NotSent => "not-sent",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>A time as it is written.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Whether a cell of <see cref="State"/> says that nobody knows what became of the row. So does one that holds anything unknown.</summary>
    public static bool IsDoubtful(string cell) =>
        !Enum.GetValues<RejectState>().Any(state => state != RejectState.Doubtful && cell.Equals(Write(state), StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a cell of <see cref="Time"/>; null if it holds no time.</summary>
    public static DateTimeOffset? ReadTime(string cell) =>
        DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>
    /// The state of a row that has no customer. One that was doubtful when it came stays so until it is known what became
    /// of it: what is refused or not sent in this run was sent in an earlier one.
    /// </summary>
    /// <param name="outcome">What became of it in this run.</param>
    /// <param name="error">Why.</param>
    /// <param name="wasDoubtful">Whether it came as doubtful.</param>
    public static RejectState StateOf(CustomerOutcome outcome, PaymentErrorId? error, bool wasDoubtful) => outcome switch
    {
        CustomerOutcome.Unknown => RejectState.Doubtful,
        CustomerOutcome.NotSent => wasDoubtful ? RejectState.Doubtful : RejectState.NotSent,
        _ when error is PaymentErrorId.CustomerInvalid or PaymentErrorId.FieldUnsupported => wasDoubtful ? RejectState.Doubtful : RejectState.Refused,
        _ => RejectState.Failed,
    };
}
