using System.Text.RegularExpressions;
using PhoneNumbers;
using LibraryNumber = PhoneNumbers.PhoneNumber;

namespace PaymentCustomers.Engine.Reference;

/// <summary>
/// Every way in which digits can be read as a telephone number: international, after an exit code, national, and with a
/// plus that a spreadsheet took for a sign. One number must come out of all of them.
/// </summary>
internal sealed partial class PhoneParser(PhoneContext context, bool isLenient)
{
    /// <summary>
    /// So many digits without plus and without any country are read as an international number: eleven can be a mobile
    /// number of China or Brazil as well as one of the United States or Peru.
    /// </summary>
    public const int LeastWithoutCountry = 12;

    private const int LeastAfterForeignExitCode = 10;
    private const int Mexico = 52;

    // The exit codes of North America and Australia, which people write wherever they are. 00 is everybody's.
    private static readonly string[] ForeignExitCodes = ["0011", "011"];

    /// <summary>The number, if there is exactly one; meaningless where <see cref="IsUnclear"/>.</summary>
    public LibraryNumber? Number { get; private set; }

    /// <summary>Whether two ways to read the digits give two numbers.</summary>
    public bool IsUnclear { get; private set; }

    /// <summary>The calling code of a number that has another than the row says; null if there is none.</summary>
    public string? OtherCode { get; private set; }

    /// <summary>The first number that could be read and cannot exist; null if there is none.</summary>
    public LibraryNumber? Impossible { get; private set; }

    /// <summary>Parses without asking whether such a number can exist; null if there is nothing to parse.</summary>
    /// <param name="text">Digits, with or without a plus before them.</param>
    /// <param name="region">The region whose national number it may be; null if there is none.</param>
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

    /// <summary>Whether two are the same number.</summary>
    public static bool AreSame(LibraryNumber one, LibraryNumber other) =>
        one.CountryCode == other.CountryCode
        && NumberingPlans.Library.GetNationalSignificantNumber(one) == NumberingPlans.Library.GetNationalSignificantNumber(other);

    /// <summary>Reads the digits in every way.</summary>
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
            // Some countries choose a carrier by the digit after 00, where 0057 would be 005 and Russia; but nobody writes so.
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
        // What could be an exit code may be the beginning of a national number.
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

    // Until 2019 a 1 stood before mobile numbers, and 01, 044 or 045 was dialled at home; the library knows it no more.
    [GeneratedRegex("^(?:0?1|04[45])([0-9]{10})$", RegexOptions.CultureInvariant)]
    private static partial Regex OldMexican();

    // Colombian landlines: 60, the area, and seven digits of its operators (CRC, resolution 5826 of 2019). The library knows
    // only the ranges that were in use when it was made.
    [GeneratedRegex("^60[124-8][0-9]{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColombianLandline();

    private bool CanExist(LibraryNumber number)
    {
        if (number.CountryCode != PhoneContext.Colombia)
            return isLenient ? IsPossible(number) : NumberingPlans.Library.IsValidNumber(number);
        var national = NumberingPlans.Library.GetNationalSignificantNumber(number);
        // The eleven digits of a number that is free of charge at home are no customer's.
        return national.Length == PhoneContext.ColombianLength
            && (isLenient ? IsPossible(number) : ColombianLandline().IsMatch(national) || NumberingPlans.Library.IsValidNumber(number));
    }

    private static bool IsPossible(LibraryNumber number) =>
        NumberingPlans.Library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
}
