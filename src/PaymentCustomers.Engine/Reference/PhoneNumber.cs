namespace PaymentCustomers.Engine.Reference;

/// <summary>A telephone number in its two parts (ITU-T E.164).</summary>
/// <param name="CallingCode">One to three digits, without plus; null when it is not known.</param>
/// <param name="National">The digits after the calling code.</param>
internal readonly record struct PhoneNumber(string? CallingCode, string National)
{
    // E.164, 6.1: at most 15 digits with the calling code. The least is not set there; no plan has fewer than 4 + code.
    private const int MostDigits = 15;
    private const int LeastDigits = 4;
    private const int LongestOnStack = 64;

    // Numbering plans whose national numbers never begin with the trunk prefix 0 that people write at home.
    private static readonly HashSet<string> DropsTrunkZero =
    [
        "20", "212", "213", "233", "249", "251", "255", "256", "260", "263", "380", "381", "385", "386", "387", "389", "40",
        "421", "591", "598", "60", "886", "94", "95", "961", "962", "964", "966", "967", "971", "972", "98",
        "27", "31", "32", "33", "353", "41", "43", "44", "46", "49", "51", "54", "55", "58", "593", "595", "61", "62", "63",
        "64", "66", "81", "82", "84", "90", "91", "92", "234", "254",
    ];

    /// <summary><c>+</c>, calling code and national number; the national number alone when the code is not known.</summary>
    public string E164 => CallingCode is null ? National : $"+{CallingCode}{National}";

    /// <summary>
    /// Reads a number as people write it: spaces, dots, hyphens, slashes and brackets between the digits; a plus or
    /// 00 before an international one.
    /// </summary>
    /// <param name="text">The number.</param>
    /// <param name="callingCode">The calling code that stands beside it, digits only, or null.</param>
    /// <param name="number">The number read.</param>
    /// <returns>Null if it was read, else what is wrong with it.</returns>
    public static string? TryRead(string text, string? callingCode, out PhoneNumber number)
    {
        number = default;
        if (Digits(text, out var isInternational) is not { } digits)
            return ReferenceMessages.PhoneHasLetters;

        if (isInternational)
        {
            if (CallingCodes.LeadingCode(digits) is not { } code)
                return ReferenceMessages.PhoneHasNoCountry;
            if (callingCode is not null && callingCode != code)
                return ReferenceMessages.PhoneContradictsCode(code, callingCode);
            // +44 (0)20: people write the trunk prefix there as well.
            number = new PhoneNumber(code, WithoutPrefixes(digits[code.Length..], code));
        }
        else
        {
            number = new PhoneNumber(callingCode, WithoutPrefixes(digits, callingCode));
        }

        var length = (number.CallingCode?.Length ?? 0) + number.National.Length;
        return length > MostDigits || number.National.Length < LeastDigits ? ReferenceMessages.PhoneLength(length) : null;
    }

    /// <summary>The bare digits, or null if there is anything else than digits and what people put between them.</summary>
    private static string? Digits(string text, out bool isInternational)
    {
        Span<char> digits = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        var count = 0;
        // (+57) 300 is as common as +57 300.
        var rest = WholeNumber.Of(text).AsSpan().TrimStart("( ");
        isInternational = rest is ['+', ..];
        foreach (var character in isInternational ? rest[1..] : rest)
        {
            if (char.IsAsciiDigit(character))
                digits[count++] = character;
            else if (!char.IsWhiteSpace(character) && !".-/()\u2010\u2011\u2013".Contains(character, StringComparison.Ordinal))
                return null;
        }

        digits = digits[..count];
        if (!isInternational && digits is ['0', '0', _, ..])
        {
            isInternational = true;
            digits = digits[2..];
        }

        return digits.ToString();
    }

    /// <summary>
    /// Takes off what people write before a national number: the calling code once more where national numbers have
    /// ten digits and it cannot be anything else (North America, Colombia), and the trunk prefix 0.
    /// </summary>
    private static string WithoutPrefixes(string digits, string? code) => code switch
    {
        "1" or "57" when digits.Length == 10 + code.Length && digits.StartsWith(code, StringComparison.Ordinal) => digits[code.Length..],
        not null when digits.Length > 1 && digits[0] == '0' && DropsTrunkZero.Contains(code) => digits[1..],
        _ => digits,
    };
}
