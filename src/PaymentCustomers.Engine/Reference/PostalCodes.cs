namespace PaymentCustomers.Engine.Reference;

/// <summary>Postal codes that consist of digits only. Spreadsheets remove their leading zeros.</summary>
internal static class PostalCodes
{
    // The number of digits of a code, in countries whose codes may start with a zero.
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["CO"] = 6,
        ["US"] = 5,
        ["PR"] = 5,
        ["MX"] = 5,
        ["PE"] = 5,
        ["EC"] = 6,
        ["BR"] = 8,
        ["CR"] = 5,
        ["CU"] = 5,
        ["DO"] = 5,
        ["GT"] = 5,
        ["UY"] = 5,
        ["DE"] = 5,
        ["ES"] = 5,
        ["FR"] = 5,
        ["IT"] = 5,
        ["EE"] = 5,
        ["FI"] = 5,
        ["HR"] = 5,
        ["LT"] = 5,
        ["TR"] = 5,
        ["UA"] = 5,
        ["SA"] = 5,
        ["MA"] = 5,
        ["AU"] = 4,
        ["NO"] = 4,
        ["RO"] = 6,
        ["CN"] = 6,
        ["SG"] = 6,
        ["JP"] = 7,
        ["KR"] = 5,
        ["MY"] = 5,
        ["TH"] = 5,
    };

    // Codes of the United States may have four more digits: 02110-1234.
    private const int DigitsWithExtension = 9;

    /// <summary>The number of digits that the country's codes have if a spreadsheet changed this code (leading zeros are lost, or it has a decimal point); otherwise null.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="code">The code. A code with letters is never changed.</param>
    public static int? Changed(string country, string code)
    {
        if (!Digits.TryGetValue(country, out var digits) || code.Any(character => !char.IsAsciiDigit(character) && character is not ('-' or '.' or ',' or ' ')))
            return null;
        var length = code.Count(char.IsAsciiDigit);
        var isUnitedStates = country is "US" or "PR";
        return length < digits || (isUnitedStates && length is DigitsWithExtension - 1 or DigitsWithExtension - 2)
            // Brazilian codes are also written as 01.310-100.
            || (code.AsSpan().ContainsAny('.', ',') && country != "BR")
                ? digits
                : null;
    }
}
