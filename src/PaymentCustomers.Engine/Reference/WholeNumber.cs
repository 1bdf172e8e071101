namespace PaymentCustomers.Engine.Reference;

/// <summary>
/// Numbers that a table stored as floating point: <c>1060500333.0</c>. The dot could be mistaken for a group separator, and the
/// zero for a digit of the number.
/// </summary>
internal static class WholeNumber
{
    private const string Fraction = ".0";

    /// <summary>The number without a fraction of <c>.0</c>; any other text unchanged.</summary>
    public static string Of(string text) =>
        text.Length > Fraction.Length && text.EndsWith(Fraction, StringComparison.Ordinal)
            && !text.AsSpan(text[0] == '+' ? 1 : 0)[..^Fraction.Length].ContainsAnyExceptInRange('0', '9')
            ? text[..^Fraction.Length]
            : text;

    /// <summary>Whether the number has no dots, or its dots separate groups of three digits.</summary>
    public static bool IsGrouped(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
            return true;
        var groups = text.Split('.');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }
}
