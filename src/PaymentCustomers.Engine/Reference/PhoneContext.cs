using System.Globalization;

namespace PaymentCustomers.Engine.Reference;

/// <summary>What a row says about the country of its telephone number.</summary>
internal readonly record struct PhoneContext
{
    /// <summary>The calling code of Colombia.</summary>
    public const int Colombia = 57;

    /// <summary>How many digits every Colombian number has after the calling code, since 2021.</summary>
    public const int ColombianLength = 10;

    /// <param name="callingCode">The calling code that the row gives, digits only; null if it gives none.</param>
    /// <param name="country">The country that the row gives, ISO 3166-1 alpha-2; null if it gives none.</param>
    public PhoneContext(string? callingCode, string? country)
    {
        var ofCountry = country is null ? null : NumberingPlans.CallingCodeOf(country);
        IsCodeGiven = callingCode is not null;
        CallingCode = callingCode ?? ofCountry;
        // Several countries share a code; their exit codes and area codes differ.
        var region = CallingCode is not null && CallingCode == ofCountry ? country : callingCode is null ? null : NumberingPlans.RegionOf(callingCode);
        Region = region == "001" ? null : region;
    }

    /// <summary>The calling code; null if it is not known.</summary>
    public string? CallingCode { get; }

    /// <summary>The region whose habits the number follows; null if it is not known.</summary>
    public string? Region { get; }

    /// <summary>Whether the code itself was given: then a number with another code contradicts it. A country says only where somebody lives.</summary>
    public bool IsCodeGiven { get; }

    /// <summary>Whether the row is of somebody with Colombian papers, whatever the calling code says.</summary>
    public bool IsColombian { get; init; }

    /// <summary>Whether the row is of somebody who lives in Colombia, perhaps with a number of another country.</summary>
    public bool IsInColombia { get; init; }

    /// <summary>Whether a number passes that has a possible length and is in no range that the library knows.</summary>
    public bool IsLenient { get; init; }

    /// <summary>A context in which a number is Colombian.</summary>
    public static PhoneContext OfColombia { get; } = new(Colombia.ToString(CultureInfo.InvariantCulture), "CO");
}
