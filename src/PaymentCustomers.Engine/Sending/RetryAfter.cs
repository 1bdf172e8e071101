using System.Globalization;

namespace PaymentCustomers.Engine.Sending;

/// <summary>Reads the header <c>Retry-After</c> (RFC 9110, 10.2.3).</summary>
public static class RetryAfter
{
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

        // Only a date with its day's name is one; a bare "-5" or "12:00" would be read as a date too.
        if (!char.IsAsciiLetter(text[0])
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
