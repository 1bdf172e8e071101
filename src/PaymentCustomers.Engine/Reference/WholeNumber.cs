namespace PaymentCustomers.Engine.Reference;

/// <summary>
/// Numbers out of a table that took them for floating point: <c>1060500333.0</c>. The dot would pass for one that
/// groups digits, and the zero for one of them.
/// </summary>
internal static class WholeNumber
{
    private const string Fraction = ".0";

    /// <summary>The number without the fraction that is none; any other text as it is.</summary>
    public static string Of(string text) =>
        text.Length > Fraction.Length && text.EndsWith(Fraction, StringComparison.Ordinal)
            && !text.AsSpan(text[0] == '+' ? 1 : 0)[..^Fraction.Length].ContainsAnyExceptInRange('0', '9')
            ? text[..^Fraction.Length]
            : text;

    /// <summary>Whether the dots of a number group its digits by three, or there are none.</summary>
    public static bool IsGrouped(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
            return true;
        var groups = text.Split('.');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }
}
