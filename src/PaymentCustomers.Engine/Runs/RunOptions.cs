using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>How a run goes.</summary>
internal sealed record RunOptions
{
    /// <summary>The most requests at once.</summary>
    public int ThrottleLimit { get; init; } = 8;

    /// <summary>The most requests a second; null for no limit.</summary>
    public int? RateLimit { get; init; }

    /// <summary>How often a request is sent again after the first time, where that is safe and may help.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>How long the run may take from its beginning; when it is over, nothing more is sent. Null for as long as it takes.</summary>
    public TimeSpan? MaximumTime { get; init; }

    /// <summary>Whether a time can be the longest of a run: a timer knows no more than 24 days.</summary>
    public static bool IsMaximumTime(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromDays(24);

    /// <summary>Whether a customer that the provider has already is left alone.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>What tells an existing customer where it is not the document: Email, Phone or UserId.</summary>
    public CustomerField MatchBy { get; init; } = CustomerField.Email;

    /// <summary>What becomes of a row that is about the same person as an earlier one, and says something else.</summary>
    public DuplicateIdentity DuplicateIdentity { get; init; }

    /// <summary>The part of the input that the run sends; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>With so many failed or doubtful rows the run stops; null for any number.</summary>
    public long? MaximumErrors { get; init; }

    /// <summary>The most rows that are taken in and not yet given out; what bounds the memory of a run.</summary>
    public int Window { get => field > 0 ? field : Math.Max(32, 8 * ThrottleLimit); init; }
}
