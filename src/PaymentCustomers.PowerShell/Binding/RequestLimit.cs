using System.Globalization;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>A number of requests at once, from 1 to 256, or <c>Auto</c>: as many as the provider is found to take.</summary>
public readonly record struct RequestLimit
{
    private const int Least = 1;
    private const int Most = 256;
    private const string AutoText = "Auto";

    /// <summary>A number of requests at once.</summary>
    /// <param name="count">From 1 to 256.</param>
    /// <exception cref="ArgumentException">The number is not in this range.</exception>
    public RequestLimit(int count)
    {
        if (count is < Least or > Most)
            throw Invalid(count.ToString(CultureInfo.InvariantCulture));
        Count = count;
    }

    /// <summary>The number; null for <c>Auto</c>.</summary>
    public int? Count { get; }

    /// <summary>Reads a limit from text; PowerShell calls it for values that are not numbers.</summary>
    /// <param name="text">A whole number from 1 to 256, or <c>Auto</c>.</param>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static RequestLimit Parse(string text)
    {
        if (string.Equals(text, AutoText, StringComparison.OrdinalIgnoreCase))
            return default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new RequestLimit(count) : throw Invalid(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Count?.ToString(CultureInfo.InvariantCulture) ?? AutoText;

    private static ArgumentException Invalid(string text) => new(Messages.ThrottleLimitInvalid(text, Least, Most));
}
