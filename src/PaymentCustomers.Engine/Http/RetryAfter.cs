using System.Globalization;

namespace PaymentCustomers.Engine.Http;

/// <summary>Reads the header <c>Retry-After</c> (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    // RFC 9110, 5.6.7: the current format, and the two obsolete ones that must be accepted.
    private static readonly string[] Dates =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>How long to wait; null if the header is missing or cannot be read.</summary>
    /// <param name="value">The header's value: seconds, or an HTTP date.</param>
    /// <param name="now">The current time, for a date.</param>
    /// <returns>Never negative; <see cref="TimeSpan.MaxValue"/> if the number of seconds is too large for a TimeSpan.</returns>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.All(char.IsAsciiDigit))
        {
            return double.Parse(text, CultureInfo.InvariantCulture) is var seconds && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }

        // Parse exactly, because "-5" or "May" would be accepted as dates too.
        if (!DateTimeOffset.TryParseExact(
            text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
