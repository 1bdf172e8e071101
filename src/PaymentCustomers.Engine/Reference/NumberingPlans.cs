using System.Globalization;
using PhoneNumbers;

namespace PaymentCustomers.Engine.Reference;

/// <summary>The calling codes of ITU-T E.164 and the countries that use them, as libphonenumber knows them.</summary>
internal static class NumberingPlans
{
    // Regions whose plans leave the length so open that nearly any digits would fit; their real numbers are shorter.
    private static readonly string[] OpenPlans = ["AT", "DE", "RS", "XK"];

    private static readonly Lazy<string[]> LongPlans = new(FindLongPlans);

    /// <summary>The library. Its tables are read when somebody first asks for it, which takes a tenth of a second.</summary>
    public static PhoneNumberUtil Library { get; } = PhoneNumberUtil.GetInstance();

    /// <summary>Every calling code with the ISO 3166-1 countries that use it; none for the codes of no country.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> CallingCodes =>
        from code in Library.GetSupportedCallingCodes()
        let countries = Library.GetRegionCodesForCountryCode(code).Where(region => Countries.Find(region) is not null)
        select KeyValuePair.Create(Text(code), countries.ToArray());

    /// <summary>Whether the digits are an assigned calling code.</summary>
    public static bool HasCallingCode(string digits) => RegionOf(digits) is not null;

    /// <summary>The calling code of an ISO 3166-1 alpha-2 country, or null.</summary>
    public static string? CallingCodeOf(string country) => Library.GetCountryCodeForRegion(country) is > 0 and var code ? Text(code) : null;

    /// <summary>The region that speaks for a calling code (the United States for 1), <c>001</c> for a code of no country; null for no code.</summary>
    public static string? RegionOf(string callingCode) =>
        callingCode.Length is >= 1 and <= 3 && callingCode[0] != '0' && callingCode.All(char.IsAsciiDigit)
            && Library.GetRegionCodeForCountryCode(int.Parse(callingCode, CultureInfo.InvariantCulture)) is var region and not "ZZ"
            ? region
            : null;

    /// <summary>
    /// Whether the digits, twelve or more, are somewhere dialled as they are, as a national number: then they are not
    /// certainly an international number that lost its plus.
    /// </summary>
    public static bool IsNationalSomewhere(string digits) => LongPlans.Value.Any(region =>
        PhoneParser.Parse(digits, region) is { } number
        && number.CountryCodeSource == PhoneNumbers.PhoneNumber.Types.CountryCodeSource.FROM_DEFAULT_COUNTRY
        && Library.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /// <summary>A number in figures, in every culture the same.</summary>
    public static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    // Argentina's mobile numbers are written with a 15 in their middle, which makes twelve digits of ten.
    private static string[] FindLongPlans() =>
    [
        .. Library.GetSupportedRegions().Where(region =>
            !OpenPlans.Contains(region)
            && (region == "AR" || Library.GetMetadataForRegion(region).GeneralDesc.PossibleLengthList.Any(length => length >= PhoneParser.LeastWithoutCountry))),
    ];
}
