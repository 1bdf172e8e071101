using System.Globalization;

namespace PaymentCustomers.Engine.Http;

/// <summary>Reads the header <c>Retry-After</c> (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    // RFC 9110, 5.6.7: the form of today, and the two that are still to be understood.
    private static readonly string[] Dates =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>How long to wait, or null if the header says nothing that can be understood.</summary>
    /// <param name="value">The header's value: seconds, or an HTTP date.</param>
    /// <param name="now">The time to reckon a date from.</param>
    /// <returns>Never negative; <see cref="TimeSpan.MaxValue"/> for more seconds than a time can hold.</returns>
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

        // Exactly: a bare "-5" or "May" would pass for a date too.
        if (!DateTimeOffset.TryParseExact(
            text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
