using System.Globalization;
using PhoneNumbers;

namespace PaymentCustomers.Engine.Reference;

/// <summary>The calling codes of ITU-T E.164 and the countries that use them, from libphonenumber.</summary>
internal static class NumberingPlans
{
    // Regions whose plans allow almost any number of digits. Real numbers there are shorter.
    private static readonly string[] OpenPlans = ["AT", "DE", "RS", "XK"];

    private static readonly Lazy<string[]> LongPlans = new(FindLongPlans);

    /// <summary>The library. It loads its tables on first use, which takes about a tenth of a second.</summary>
    public static PhoneNumberUtil Library { get; } = PhoneNumberUtil.GetInstance();

    /// <summary>Every calling code with the ISO 3166-1 countries that use it; an empty list for codes without a country.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> CallingCodes =>
        from code in Library.GetSupportedCallingCodes()
        let countries = Library.GetRegionCodesForCountryCode(code).Where(region => Countries.Find(region) is not null)
        select KeyValuePair.Create(Text(code), countries.ToArray());

    /// <summary>Whether the digits are an assigned calling code.</summary>
    public static bool HasCallingCode(string digits) => RegionOf(digits) is not null;

    /// <summary>The calling code of an ISO 3166-1 alpha-2 country; null if it has none.</summary>
    public static string? CallingCodeOf(string country) => Library.GetCountryCodeForRegion(country) is > 0 and var code ? Text(code) : null;

    /// <summary>The main region of a calling code (the United States for 1); <c>001</c> for a code without a country; null if the code is not assigned.</summary>
    public static string? RegionOf(string callingCode) =>
        callingCode.Length is >= 1 and <= 3 && callingCode[0] != '0' && callingCode.All(char.IsAsciiDigit)
            && Library.GetRegionCodeForCountryCode(int.Parse(callingCode, CultureInfo.InvariantCulture)) is var region and not "ZZ"
            ? region
            : null;

    /// <summary>
    /// Whether digits, twelve or more, are a valid national number in some region. If so, they are not necessarily an
    /// international number without its plus.
    /// </summary>
    public static bool IsNationalSomewhere(string digits) => LongPlans.Value.Any(region =>
        PhoneParser.Parse(digits, region) is { } number
        && number.CountryCodeSource == PhoneNumbers.PhoneNumber.Types.CountryCodeSource.FROM_DEFAULT_COUNTRY
        && Library.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /// <summary>A number as text, independent of the culture.</summary>
    public static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    // In Argentina, mobile numbers are dialled with a 15 in the middle, which makes twelve digits out of ten.
    private static string[] FindLongPlans() =>
    [
        .. Library.GetSupportedRegions().Where(region =>
            !OpenPlans.Contains(region)
            && (region == "AR" || Library.GetMetadataForRegion(region).GeneralDesc.PossibleLengthList.Any(length => length >= PhoneParser.LeastWithoutCountry))),
    ];
}
