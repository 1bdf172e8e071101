using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The settings of a run.</summary>
internal sealed record RunOptions
{
    /// <summary>The maximum number of concurrent requests; null to find out how many the provider takes.</summary>
    public int? ThrottleLimit { get; init; } = 8;

    /// <summary>The maximum number of requests per second; null for no limit.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The maximum number of retries, where a retry is safe and can succeed.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>The maximum duration of the run. When it has elapsed, nothing more is sent. Null for no limit.</summary>
    public TimeSpan? MaximumTime { get; init; }

    /// <summary>Whether a duration is a valid maximum. Timers support up to 24 days.</summary>
    public static bool IsMaximumTime(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromDays(24);

    /// <summary>Whether customers that exist at the provider are skipped.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>The field that identifies an existing customer if it is not the document: Email, Phone or UserId.</summary>
    public CustomerField MatchBy { get; init; } = CustomerField.Email;

    /// <summary>What to do with a row about the same person as an earlier row, but with different content.</summary>
    public DuplicateIdentity DuplicateIdentity { get; init; }

    /// <summary>The shard of the input that the run sends; null for the whole input.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The number of failed or doubtful rows at which the run stops; null for no limit.</summary>
    public long? MaximumErrors { get; init; }

    /// <summary>The maximum number of submitted rows without a returned outcome. It limits the memory of a run.</summary>
    public int Window { get => field > 0 ? field : Math.Max(32, 8 * (ThrottleLimit ?? AdaptiveLimits.MostConcurrency)); init; }
}
