using System.Text.RegularExpressions;
using PhoneNumbers;
using LibraryNumber = PhoneNumbers.PhoneNumber;

namespace PaymentCustomers.Engine.Reference;

/// <summary>
/// Tries every way to read digits as a telephone number: international, after an exit code, national, and with a plus that a
/// spreadsheet removed as a sign. The result is certain only if all of them give the same number.
/// </summary>
internal sealed partial class PhoneParser(PhoneContext context, bool isLenient)
{
    /// <summary>
    /// The minimum number of digits to read as an international number if there is neither a plus nor a country. Eleven digits
    /// would be ambiguous: a mobile number of China or Brazil, or a number of the United States or Peru.
    /// </summary>
    public const int LeastWithoutCountry = 12;

    private const int LeastAfterForeignExitCode = 10;
    private const int Mexico = 52;

    // The exit codes of North America and Australia. People write them wherever they are. 00 is handled for every region.
    private static readonly string[] ForeignExitCodes = ["0011", "011"];

    /// <summary>The number, if there is exactly one; meaningless if <see cref="IsUnclear"/> is set.</summary>
    public LibraryNumber? Number { get; private set; }

    /// <summary>Whether two ways to read the digits give different numbers.</summary>
    public bool IsUnclear { get; private set; }

    /// <summary>The number's calling code, if it differs from the row's; otherwise null.</summary>
    public string? OtherCode { get; private set; }

    /// <summary>The first number that could be read but cannot exist; null if there is none.</summary>
    public LibraryNumber? Impossible { get; private set; }

    /// <summary>Parses digits without checking whether such a number can exist; null if they cannot be parsed.</summary>
    /// <param name="text">Digits, with or without a leading plus.</param>
    /// <param name="region">The region for a national number; null if there is none.</param>
    public static LibraryNumber? Parse(string text, string? region) => ParseAsIs(text, region) switch
    {
        { CountryCode: Mexico } number when OldMexican().Match(NumberingPlans.Library.GetNationalSignificantNumber(number)) is { Success: true } match =>
            ParseAsIs($"+{Mexico}{match.Groups[1].Value}", null),
        var number => number,
    };

    private static LibraryNumber? ParseAsIs(string text, string? region)
    {
        try
        {
            return region is null ? NumberingPlans.Library.Parse(text, null) : NumberingPlans.Library.ParseAndKeepRawInput(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Whether two numbers are the same.</summary>
    public static bool AreSame(LibraryNumber one, LibraryNumber other) =>
        one.CountryCode == other.CountryCode
        && NumberingPlans.Library.GetNationalSignificantNumber(one) == NumberingPlans.Library.GetNationalSignificantNumber(other);

    /// <summary>Tries every way to read the digits.</summary>
    public void Read(bool isInternational, string digits)
    {
        if (isInternational)
        {
            Add(Parse("+" + digits, null));
            return;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            Add(Parse("+" + digits[2..], null));
            // Some countries select a carrier by the digit after 00, so that 0057 would be carrier 5 and code 7 (Russia). Such numbers are not written in practice.
            if (Number is not null)
                return;
        }

        if (context.CallingCode is null)
            ReadWithoutCountry(digits);
        else
            ReadNational(digits, context.CallingCode);
    }

    private void ReadNational(string digits, string code)
    {
        if (context.Region is not { } region)
        {
            Add(Parse("+" + code + digits, null));
            return;
        }

        var number = Parse(digits, region);
        Add(number);
        if (number?.CountryCodeSource == LibraryNumber.Types.CountryCodeSource.FROM_DEFAULT_COUNTRY && digits.StartsWith(code, StringComparison.Ordinal))
            Add(Parse("+" + digits, null));
        // What looks like an exit code may also be the start of a national number.
        else if (number?.CountryCodeSource == LibraryNumber.Types.CountryCodeSource.FROM_NUMBER_WITH_IDD)
            Add(Parse("+" + code + digits, null), isGuess: true);
        if (Number is null)
            ReadAfterForeignExitCode(digits);
    }

    private void ReadWithoutCountry(string digits)
    {
        ReadAfterForeignExitCode(digits);
        if (digits.Length >= LeastWithoutCountry && digits[0] != '0' && !NumberingPlans.IsNationalSomewhere(digits))
            Add(Parse("+" + digits, null), isGuess: true);
    }

    private void ReadAfterForeignExitCode(string digits)
    {
        foreach (var exit in ForeignExitCodes)
        {
            if (digits.Length >= exit.Length + LeastAfterForeignExitCode && digits.StartsWith(exit, StringComparison.Ordinal))
            {
                Add(Parse("+" + digits[exit.Length..], null), isGuess: true);
                return;
            }
        }
    }

    private void Add(LibraryNumber? number, bool isGuess = false)
    {
        if (number is null)
            return;
        if (!CanExist(number))
        {
            if (!isGuess)
                Impossible ??= number;
        }
        else if (context.IsCodeGiven && context.CallingCode != NumberingPlans.Text(number.CountryCode))
        {
            OtherCode ??= NumberingPlans.Text(number.CountryCode);
        }
        else if (Number is null)
        {
            Number = number;
        }
        else
        {
            IsUnclear |= !AreSame(Number, number);
        }
    }

    // Until 2019, Mexican mobile numbers had a leading 1, and 01, 044 or 045 when dialled within Mexico. The library no longer supports it.
    [GeneratedRegex("^(?:0?1|04[45])([0-9]{10})$", RegexOptions.CultureInvariant)]
    private static partial Regex OldMexican();

    // Colombian landlines: 60, the area code, and seven digits (CRC, resolution 5826 of 2019). The library knows only the ranges
    // that were in use when it was released.
    [GeneratedRegex("^60[124-8][0-9]{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColombianLandline();

    private bool CanExist(LibraryNumber number)
    {
        if (number.CountryCode != PhoneContext.Colombia)
            return isLenient ? IsPossible(number) : NumberingPlans.Library.IsValidNumber(number);
        var national = NumberingPlans.Library.GetNationalSignificantNumber(number);
        // Excludes toll-free numbers with eleven digits, which cannot belong to a customer.
        return national.Length == PhoneContext.ColombianLength
            && (isLenient ? IsPossible(number) : ColombianLandline().IsMatch(national) || NumberingPlans.Library.IsValidNumber(number));
    }

    private static bool IsPossible(LibraryNumber number) =>
        NumberingPlans.Library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
}
